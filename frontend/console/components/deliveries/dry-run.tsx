import type { DryRun as Counted } from "@hub/client";
import { EndpointName } from "@/components/names/endpoint-name";
import { Id } from "@/components/ui/id";
import { formatCount } from "@/lib/format";
import { reasonWords } from "./failures";

type DryRunProps = { counted: Counted; selected?: number };

/** What a replay would take: how many, of which endpoints and why, and some of them to look at. */
export function DryRun({ counted, selected }: DryRunProps) {
  const skipped = selected === undefined ? 0 : selected - counted.total;
  return (
    <div className="flex flex-col gap-3 rounded-lg border bg-raised p-3">
      <p aria-live="polite" className="text-base font-semibold">
        {counted.complete ? "" : "At least "}
        {formatCount(counted.total)} {counted.total === 1 ? "delivery" : "deliveries"} would go out again
      </p>
      <p className="text-xs text-muted">
        {skipped > 0 && `${formatCount(skipped)} of the ${formatCount(selected ?? 0)} selected would not. `}
        Left out are: what was delivered in the meantime or is on its way, older deliveries of the same event
        to the same endpoint, and deleted endpoints. That is looked at again when each one&apos;s turn comes.
        {!counted.complete && " There are more than were counted here; the replay takes all of them."}
      </p>
      {counted.counts.length > 0 && (
        <div tabIndex={0} role="region" aria-label="Counted" className="max-h-44 overflow-auto">
          <table className="w-full text-left">
            <thead className="text-xs text-muted">
              <tr>
                <th className="py-1 font-normal">Endpoint</th>
                <th className="py-1 font-normal">Ended because of</th>
                <th className="py-1 text-right font-normal">Deliveries</th>
              </tr>
            </thead>
            <tbody>
              {counted.counts.map((each) => (
                <tr key={each.endpoint_id + each.reason} className="border-t">
                  <td className="max-w-56 truncate py-1 pr-3">
                    <EndpointName id={each.endpoint_id} />
                  </td>
                  <td className="py-1 pr-3">{reasonWords(each.reason)}</td>
                  <td className="py-1 text-right tabular-nums">{formatCount(each.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {counted.sample.length > 0 && (
        <details>
          <summary className="cursor-pointer text-xs text-muted">Some of them</summary>
          <div className="mt-1 flex flex-wrap gap-x-3">
            {counted.sample.map((id) => (
              <Id key={id} id={id} link />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
