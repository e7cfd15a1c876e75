import type { BulkDryRun } from "@hub/client";
import { ConnectionName } from "@/components/names/connection-name";
import { Id } from "@/components/ui/id";
import { StateBadge } from "@/components/ui/state-badge";
import { formatCount } from "@/lib/format";

/** What the action would be done with: counts by state, operation and reason, and the newest of them. */
export function BulkCounts({ dryRun, verb }: { dryRun: BulkDryRun; verb: "retry" | "cancel" }) {
  if (dryRun.total === 0)
    return (
      <p className="rounded-md bg-raised px-3 py-6 text-center text-muted">
        {verb === "retry"
          ? "No job that matches ended without success and was not retried yet."
          : "Every job that matches has ended."}
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      {!dryRun.complete && (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
          More jobs match than one action may look through: narrow the filters.
        </p>
      )}
      <div
        tabIndex={0}
        role="region"
        aria-label="Counted"
        className="max-h-64 overflow-auto rounded-md border"
      >
        <table className="w-full text-left">
          <thead className="text-xs text-muted">
            <tr className="border-b [&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th>State</th>
              <th>Operation</th>
              <th>Connection</th>
              <th>Reason</th>
              <th className="text-right">Jobs</th>
            </tr>
          </thead>
          <tbody className="divide-y [&_td]:px-3 [&_td]:py-1.5">
            {dryRun.counts.map((each) => (
              <tr key={`${each.connection_id} ${each.operation} ${each.status} ${each.category}`}>
                <td>
                  <StateBadge kind="job" state={each.status} />
                </td>
                <td>{each.operation}</td>
                <td>
                  <ConnectionName id={each.connection_id} />
                </td>
                <td className="text-muted">{each.category.replaceAll("_", " ") || "–"}</td>
                <td className="text-right tabular-nums">{formatCount(each.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        The newest:
        {dryRun.sample.slice(0, 5).map((id) => (
          <Id key={id} id={id} link />
        ))}
      </p>
    </div>
  );
}
