import type { RunOut } from "@hub/client";
import { outcomeWords } from "@/components/job/steps";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { JsonView } from "@/components/ui/json-view";
import { Card } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/states";
import { Duration, Time } from "@/components/ui/time";
import { whyNoExchanges } from "./exchange-words";
import { Exchanges } from "./exchanges";

const TONES: Record<string, Tone> = { running: "info", succeeded: "ok", failed: "bad" };

/** Every call that was made for the job, the newest first, with what came of it. */
export function Runs({ runs }: { runs: RunOut[] | undefined }) {
  if (!runs) return <SkeletonBlock height={200} />;
  if (runs.length === 0)
    return (
      <EmptyState title="No run yet">Each call to the outside system shows here with its outcome.</EmptyState>
    );
  return (
    <ol className="flex flex-col gap-3">
      {runs.map((run, place) => <Run key={run.id} run={run} number={place + 1} />).reverse()}
    </ol>
  );
}

function Run({ run, number }: { run: RunOut; number: number }) {
  return (
    <li>
      <Card className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">
            {run.kind === "find" ? "Look for the effect" : "Call"} {number}
          </span>
          <Badge tone={TONES[run.status] ?? "warn"}>{run.status}</Badge>
          <span className="text-muted">
            <Duration from={run.started_at} to={run.finished_at} />
          </span>
          <span className="ml-auto text-xs text-muted">
            <Time at={run.started_at} absolute />
          </span>
        </div>
        {outcomeWords(run.outcome).map((sentence) => (
          <p key={sentence} className="break-words text-muted">
            {sentence}
          </p>
        ))}
        {run.provider_request_id && (
          <p className="flex items-center gap-1 text-xs text-muted">
            The system’s own request id <code className="truncate font-mono">{run.provider_request_id}</code>
            <CopyButton text={run.provider_request_id} label="Copy the system’s request id" />
          </p>
        )}
        {run.exchanges.length > 0 ? (
          <Exchanges
            exchanges={run.exchanges}
            leftOut={run.exchanges_left_out}
            openLast={run.status === "failed" || run.status === "unknown"}
          />
        ) : (
          <p className="text-xs text-muted">{whyNoExchanges(run)}</p>
        )}
        {run.outcome && <JsonView value={run.outcome} label={`outcome of call ${number}`} depth={1} />}
      </Card>
    </li>
  );
}
