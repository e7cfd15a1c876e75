import type { BulkOut, OverviewOut, ReplayOut } from "@hub/client";
import Link from "next/link";
import { Section } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { StateBadge, Badge } from "@/components/ui/state-badge";
import { formatDuration } from "@/lib/format";

/** Replays and bulk actions that people have set going; nothing while none is. */
export function UnderWay({ overview }: { overview: OverviewOut }) {
  const { replays, bulk_actions: bulk } = overview;
  if (replays.length + bulk.length === 0) return null;
  return (
    <Section title="Under way">
      <ul className="divide-y rounded-lg border bg-surface">
        {replays.map((replay) => (
          <Replay key={replay.id} replay={replay} />
        ))}
        {bulk.map((action) => (
          <Bulk key={action.id} action={action} />
        ))}
      </ul>
    </Section>
  );
}

const ROW = "relative grid items-center gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]";

function Replay({ replay }: { replay: ReplayOut }) {
  return (
    <li className={`${ROW} hover:bg-hover`}>
      <div className="flex min-w-0 items-center gap-3">
        <StateBadge kind="replay" state={replay.state} />
        <Link href={`/replays/${replay.id}`} className="truncate font-medium after:absolute after:inset-0">
          {replay.reason || "Replay"}
        </Link>
        {replay.eta_s !== null && (
          <span className="shrink-0 text-xs text-muted">{formatDuration(replay.eta_s * 1000)} left</span>
        )}
      </div>
      <Progress
        label="Replayed"
        done={replay.total - replay.pending}
        total={replay.total}
        failed={replay.dead}
      />
    </li>
  );
}

function Bulk({ action }: { action: BulkOut }) {
  return (
    <li className={ROW}>
      <div className="flex min-w-0 items-center gap-3">
        <Badge tone="info">{action.action}</Badge>
        <span className="truncate font-medium">{action.reason || "Jobs at once"}</span>
      </div>
      <Progress label="Jobs" done={action.done + action.skipped} total={action.total} />
    </li>
  );
}
