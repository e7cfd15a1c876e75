"use client";

import { useGetBatch } from "@hub/client/react";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Id } from "@/components/ui/id";
import { formatCount, formatMany } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { getGetBatchQueryKey } from "@hub/client/react";

/** How far the batch is that the list shows. */
export function BatchBar({ id }: { id: string }) {
  const batch = useGetBatch(id);
  useLiveRefresh({ events: ["job.", "batch."], keys: [getGetBatchQueryKey(id)] });
  if (!batch.data) return null;
  const { total, refused, counts, open, finished_at: finished } = batch.data;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border bg-surface px-3 py-2">
      <span className="flex items-center gap-1.5">
        Batch <Id id={id} />
      </span>
      <Badge tone={finished ? "ok" : "info"}>
        {finished ? "finished" : open ? "open for more" : "under way"}
      </Badge>
      <span>{formatMany(total, "jobs")}</span>
      {refused > 0 && <span className="text-bad">{formatCount(refused)} refused</span>}
      {Object.entries(counts)
        .filter(([, count]) => Number(count) > 0)
        .map(([state, count]) => (
          <span key={state} className="flex items-center gap-1.5">
            <StateBadge kind="job" state={state} /> {formatCount(Number(count))}
          </span>
        ))}
    </div>
  );
}
