import type { ConnectionHealthOut, QuotaOut } from "@hub/client";
import { Gauge } from "lucide-react";
import type { ReactNode } from "react";
import { Card, Section } from "@/components/ui/page-header";
import { KeyValue } from "@/components/ui/key-value";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatCount, formatDuration } from "@/lib/format";
import { Meter } from "./meter";
import { wrongOf } from "./wrong";

/** Limits and what is left of them, the access token, open jobs, and what the system refused lately. */
export function HealthPanel({ health }: { health: ConnectionHealthOut }) {
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="Limits">
        <Card className="flex flex-col gap-4">
          <Line label="In flight" note="Calls that are under way; more do not begin.">
            <Meter label="In flight" value={health.in_flight} limit={health.max_in_flight} wide />
          </Line>
          {health.quotas.map((quota) => (
            <Quota key={quota.name} quota={quota} />
          ))}
          {health.quotas.length === 0 && (
            <p className="flex items-center gap-2 text-muted">
              <Gauge aria-hidden className="size-4 text-faint" /> The system has not told of any quota.
            </p>
          )}
        </Card>
      </Section>
      <Section title="Access">
        <Card>
          <Access health={health} />
        </Card>
      </Section>
      <Section title="Open jobs">
        <Card>
          <OpenJobs jobs={health.jobs} />
        </Card>
      </Section>
      <Section title="Last errors">
        <Errors errors={health.errors} />
      </Section>
    </div>
  );
}

function Line({ label, note, children }: { label: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="font-medium">{label}</span>
      {children}
      {note && <span className="text-xs text-muted">{note}</span>}
    </div>
  );
}

function Quota({ quota }: { quota: QuotaOut }) {
  const label = (
    <>
      {quota.name.replaceAll("_", " ")}
      {quota.window_s !== null && (
        <span className="ml-1.5 font-normal text-muted">each {formatDuration(quota.window_s * 1000)}</span>
      )}
    </>
  );
  const note = (
    <>
      Heard <Time at={quota.heard_at} />
      {quota.reset_at && (
        <>
          , given anew <Time at={quota.reset_at} />
        </>
      )}
    </>
  );
  return (
    <Line label={label} note={note}>
      {quota.limit !== null && quota.remaining !== null ? (
        <Meter label={`Left of ${quota.name}`} value={quota.remaining} limit={quota.limit} left wide />
      ) : (
        <span>{quota.remaining === null ? "Not known" : `${formatCount(quota.remaining)} left`}</span>
      )}
    </Line>
  );
}

const BREAKER: Record<string, { tone: "ok" | "bad" | "warn"; text: string }> = {
  closed: { tone: "ok", text: "Calls go through." },
  open: { tone: "bad", text: "Half of the last calls failed; none is made for now." },
  half_open: { tone: "warn", text: "One call tries whether the system is back." },
};

function Access({ health }: { health: ConnectionHealthOut }) {
  const { token } = health;
  const breaker = BREAKER[health.breaker] ?? { tone: "warn" as const, text: "" };
  return (
    <KeyValue
      entries={[
        [
          "Breaker",
          <span key="breaker" className="flex flex-wrap items-center gap-2">
            <Badge tone={breaker.tone}>{health.breaker.replaceAll("_", " ")}</Badge>
            <span className="text-muted">{breaker.text}</span>
          </span>,
        ],
        ["Checked", <Time key="checked" at={health.checked_at} />],
        [
          "Access token",
          token.expires_at ? (
            <>
              ends <Time at={token.expires_at} />
              {token.renewing && <span className="text-muted">, is being renewed</span>}
            </>
          ) : (
            <span className="text-muted">none that ends, or none yet</span>
          ),
        ],
        token.renewed_at ? ["Renewed", <Time key="renewed" at={token.renewed_at} />] : null,
        token.consent_ends_at ? ["Consent ends", <Time key="consent" at={token.consent_ends_at} />] : null,
      ]}
    />
  );
}

function OpenJobs({ jobs }: { jobs: Record<string, number> }) {
  const some = Object.entries(jobs).filter(([, count]) => count > 0);
  if (some.length === 0) return <p className="text-muted">Nothing waits for this connection.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {some.map(([state, count]) => (
        <li key={state} className="flex items-center justify-between gap-4">
          <StateBadge kind="job" state={state} />
          <span>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}

function Errors({ errors }: { errors: Record<string, unknown>[] }) {
  if (errors.length === 0)
    return (
      <Card>
        <p className="text-muted">The system has not refused anything lately.</p>
      </Card>
    );
  return (
    <ul className="divide-y rounded-lg border bg-surface">
      {errors.map((error, place) => {
        const wrong = wrongOf(error);
        return (
          wrong && (
            <li key={place} className="px-4 py-2.5">
              <p>
                {wrong.what}{" "}
                {wrong.at && (
                  <span className="text-xs text-muted">
                    <Time at={wrong.at} />
                  </span>
                )}
              </p>
              <p className="font-mono text-xs break-words text-muted">
                {wrong.message}
                {wrong.code && ` (${wrong.code})`}
              </p>
            </li>
          )
        );
      })}
    </ul>
  );
}
