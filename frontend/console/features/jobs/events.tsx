import type { EventOut } from "@hub/client";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { JsonView } from "@/components/ui/json-view";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";

/** The job's events as webhooks and the stream carry them, in the log's order. */
export function Events({ events }: { events: EventOut[] | undefined }) {
  if (!events) return <SkeletonBlock height={200} />;
  if (events.length === 0)
    return <EmptyState title="No events">Their retention is over; the job itself is kept longer.</EmptyState>;
  return (
    <ol className="divide-y rounded-lg border bg-surface">
      {events.map((event) => (
        <li key={event.id}>
          <details className="group">
            <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-1 hover:bg-hover">
              <span className="font-mono text-xs font-medium">{event.type}</span>
              <Id id={event.id} />
              <span className="ml-auto text-xs text-muted">
                <Time at={event.timestamp} absolute />
              </span>
            </summary>
            <div className="p-3 pt-1">
              <JsonView value={event.data} label={`data of ${event.type}`} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
