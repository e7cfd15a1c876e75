"use client";

import type { JobOut } from "@hub/client";
import { getListJobChangesQueryKey, useListJobChanges } from "@hub/client/react";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { Loaded } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useLiveRefresh } from "@/lib/use-live-refresh";

/** Who steered the job, and why. */
export function Changes({ job }: { job: JobOut }) {
  const changes = useListJobChanges(job.id);
  useLiveRefresh({ events: ["job."], keys: [getListJobChangesQueryKey(job.id)] });
  return (
    <Loaded query={changes} height={160}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title="Nobody steered it">
            Who cancels, retries or decides about a job stands here with the reason.
          </EmptyState>
        ) : (
          <ol className="divide-y rounded-lg border bg-surface">
            {data.map((change) => (
              <li key={change.at} className="flex flex-wrap items-center gap-x-3 px-3 py-2">
                <span className="font-medium">{change.action.replaceAll("_", " ")}</span>
                <Id id={change.by} link />
                {change.reason && <span className="text-muted">{change.reason}</span>}
                <span className="ml-auto text-xs text-muted">
                  <Time at={change.at} absolute />
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
