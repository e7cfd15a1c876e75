"use client";

import type { JobOut } from "@hub/client";
import { getListJobCallbacksQueryKey, useListJobCallbacks } from "@hub/client/react";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/states";
import { Time } from "@/components/ui/time";
import { useLiveRefresh } from "@/lib/use-live-refresh";

const TONES: Record<string, Tone> = { accepted: "ok", progress: "info", refused: "bad", late: "warn" };

/** What the outside system sent back for the job, taken or not. */
export function Callbacks({ job }: { job: JobOut }) {
  const callbacks = useListJobCallbacks(job.id);
  useLiveRefresh({ events: ["job."], keys: [getListJobCallbacksQueryKey(job.id)] });
  return (
    <Loaded query={callbacks} height={160}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title="No callback">
            {job.status === "waiting"
              ? "The outside system was asked and has not called back yet."
              : "Systems that answer later do so by a callback; it would show here, also one that was refused."}
          </EmptyState>
        ) : (
          <ol className="divide-y rounded-lg border bg-surface">
            {data.map((callback) => (
              <li key={callback.at} className="flex flex-col gap-2 p-3">
                <div className="flex flex-wrap items-center gap-x-3">
                  <Badge tone={TONES[callback.verdict] ?? "idle"}>{callback.verdict}</Badge>
                  <span className="text-muted">
                    {callback.reason || `by ${callback.via}`}
                    {callback.early && ", before the job waited for it"}
                  </span>
                  <span className="ml-auto text-xs text-muted">
                    <Time at={callback.at} absolute />
                  </span>
                </div>
                {callback.body && <CodeBlock code={callback.body} label={`body, ${callback.content_type}`} />}
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
