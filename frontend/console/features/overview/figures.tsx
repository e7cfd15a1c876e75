import type { OverviewOut } from "@hub/client";
import { StatCard } from "@/components/ui/stat-card";
import { formatCount, formatDuration, formatPercent } from "@/lib/format";
import { counted } from "./verdict";

const LATE_S = 30;

/** The figures that matter, each a link to what it counts. */
export function Figures({ overview }: { overview: OverviewOut }) {
  const { jobs, deliveries } = overview;
  const { p50, p95 } = deliveries.latency_ms;
  const rate = deliveries.success_rate;
  const open = Object.entries(jobs.open).filter(([, number]) => number.count > 0);
  const openCount = open.reduce((sum, [, number]) => sum + number.count, 0);
  const more = open.some(([, number]) => number.more);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatCard
        label="Delivered, last hour"
        value={rate === null ? "–" : formatPercent(rate)}
        note={`${formatCount(deliveries.attempts)} attempts, ${formatCount(deliveries.failed)} failed`}
        tone={rate !== null && rate < 0.8 ? "bad" : undefined}
        href="/deliveries"
      />
      <StatCard
        label="Receivers answer, p95"
        value={p95 === null ? "–" : formatDuration(p95)}
        note={p50 === null ? "no answers in the last hour" : `half within ${formatDuration(p50)}`}
      />
      <StatCard
        label="Jobs open"
        value={counted({ count: openCount, more })}
        note={
          open.length > 0
            ? open.map(([state, number]) => `${counted(number)} ${state}`).join(", ")
            : "nothing waits"
        }
        href="/jobs"
      />
      <Age
        label="Oldest due job"
        age={jobs.oldest_due?.age_s}
        href={jobs.oldest_due && `/jobs/${jobs.oldest_due.job_id}`}
      />
      <StatCard
        label="Dead, last day"
        value={formatCount(deliveries.dead_24h)}
        note="deliveries out of attempts"
        tone={deliveries.dead_24h > 0 ? "bad" : undefined}
        href="/deliveries?status=dead"
      />
      <StatCard
        label="Held"
        value={counted(deliveries.held)}
        note="deliveries of paused endpoints"
        tone={deliveries.held.count > 0 ? "warn" : undefined}
        href="/deliveries?status=held"
      />
      <StatCard
        label="Endpoints"
        value={formatCount(overview.endpoints.total)}
        note={connections(overview.connections.total)}
        href="/endpoints"
      />
      <Age
        label="Oldest due delivery"
        age={deliveries.oldest_due?.age_s}
        href={deliveries.oldest_due && `/deliveries/${deliveries.oldest_due.delivery_id}`}
      />
    </div>
  );
}

function connections(total: number): string {
  return total === 1 ? "1 connection" : `${formatCount(total)} connections`;
}

type AgeProps = { label: string; age: number | undefined; href: string | null };

function Age({ label, age, href }: AgeProps) {
  return (
    <StatCard
      label={label}
      value={age === undefined ? "–" : formatDuration(age * 1000)}
      note={age === undefined ? "nothing waits that could begin" : "has waited"}
      tone={age !== undefined && age >= LATE_S ? "warn" : undefined}
      href={href ?? undefined}
    />
  );
}
