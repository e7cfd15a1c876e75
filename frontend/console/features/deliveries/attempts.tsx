import type { AttemptOut, DeliveryOut } from "@hub/client";
import { CircleCheck, CircleX, Clock, Flag } from "lucide-react";
import Link from "next/link";
import { explainFailure } from "@/components/deliveries/failures";
import { ResultCode } from "@/components/deliveries/result-code";
import { Card } from "@/components/ui/page-header";
import { Badge } from "@/components/ui/state-badge";
import { Timeline, type Step } from "@/components/ui/timeline";

type AttemptsProps = { delivery: DeliveryOut; attempts: AttemptOut[]; more: boolean };

/** A delivery from its creation to what comes next, an attempt a step. attempts: newest first, as the API lists them. */
export function Attempts({ delivery, attempts, more }: AttemptsProps) {
  const steps: Step[] = [
    { id: "created", title: "Owed to the endpoint", at: delivery.created_at, icon: Flag },
    ...attempts.toReversed().map((attempt) => stepOf(delivery, attempt)),
  ];
  if (delivery.next_attempt_at) {
    steps.push({ id: "next", title: "Next try", at: delivery.next_attempt_at, icon: Clock, tone: "info" });
  }
  return (
    <Card>
      {more && <p className="mb-3 text-xs text-muted">The newest 100 attempts.</p>}
      <Timeline steps={steps} />
      {attempts.length === 0 && delivery.status !== "pending" && (
        <p className="text-muted">No attempt is kept: none was made, or its retention is over.</p>
      )}
    </Card>
  );
}

function stepOf(delivery: DeliveryOut, attempt: AttemptOut): Step {
  const failure = explainFailure(attempt);
  return {
    id: attempt.id,
    at: attempt.started_at,
    tookMs: attempt.duration_ms,
    icon: failure ? CircleX : CircleCheck,
    tone: failure ? "bad" : "ok",
    title: (
      <span className="inline-flex items-center gap-2">
        <Link
          href={`/deliveries/${delivery.id}/attempts/${attempt.id}`}
          className="text-accent hover:underline"
        >
          Attempt
        </Link>
        <ResultCode code={attempt.status_code} error={attempt.error} />
        {attempt.stale && (
          <Badge tone="warn" title="Its worker had lost its lease: the attempt was made, and is not counted.">
            not counted
          </Badge>
        )}
      </span>
    ),
    children: (
      <>
        {failure && <p className="text-sm text-muted">{failure.title}</p>}
        {attempt.response_excerpt && (
          <p className="mt-1 truncate font-mono text-xs text-faint">
            {attempt.response_excerpt.slice(0, 160)}
          </p>
        )}
      </>
    ),
  };
}
