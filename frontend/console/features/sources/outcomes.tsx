import type { OutcomeOut } from "@hub/client";
import { Id } from "@/components/ui/id";
import { Badge } from "@/components/ui/state-badge";
import { resultWords } from "./reasons";

/** What the source's mappings did for a request's events. */
export function Outcomes({ outcomes }: { outcomes: OutcomeOut[] }) {
  return (
    <ul className="divide-y rounded-lg border">
      {outcomes.map((outcome, place) => (
        <li key={place} className="flex flex-col gap-1 px-3 py-2">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{outcome.mapping}</span>
            <Badge tone={outcome.result === "failed" ? "bad" : "ok"}>{resultWords(outcome.result)}</Badge>
            {outcome.job_id && <Id id={outcome.job_id} link />}
          </p>
          {outcome.detail && (
            <p className="text-muted">
              {outcome.detail}
              {outcome.field && <code className="ml-1.5 font-mono text-xs">{outcome.field}</code>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
