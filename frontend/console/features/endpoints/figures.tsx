"use client";

import type { EndpointDetail, StatisticsOut } from "@hub/client";
import { useGetEndpointStatistics } from "@hub/client/react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { MiniBarChart } from "@/components/charts/mini-bar-chart";
import { TimeSeries } from "@/components/charts/time-series";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StatCard } from "@/components/ui/stat-card";
import { Time } from "@/components/ui/time";
import { formatCount, formatDuration, formatPercent } from "@/lib/format";

const WINDOWS = ["1h", "24h", "7d"] as const;

/** Attempts, latency and answers of an endpoint over an hour, a day or a week. */
export function Figures({ endpoint }: { endpoint: EndpointDetail }) {
  const [window, choose] = useQueryState("window", parseAsStringLiteral(WINDOWS).withDefault("24h"));
  const statistics = useGetEndpointStatistics(
    endpoint.id,
    { window },
    { query: { refetchInterval: 30_000, placeholderData: (last) => last } },
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex gap-1" role="group" aria-label="Window">
        {WINDOWS.map((each) => (
          <Button
            key={each}
            size="small"
            aria-pressed={window === each}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => void choose(each)}
          >
            {each}
          </Button>
        ))}
      </div>
      <Loaded query={statistics} height={420}>
        {(found) => <Numbers found={found} endpoint={endpoint} />}
      </Loaded>
    </div>
  );
}

function Numbers({ found, endpoint }: { found: StatisticsOut; endpoint: EndpointDetail }) {
  const { p50, p95, p99 } = found.latency_ms;
  const ms = (value: number | null) => (value === null ? "–" : formatDuration(value));
  const rate = found.attempts > 0 ? found.delivered / found.attempts : null;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        <StatCard label="Attempts" value={formatCount(found.attempts)} />
        <StatCard
          label="Success"
          value={rate === null ? "–" : formatPercent(rate)}
          tone={rate !== null && rate < 0.95 ? "bad" : undefined}
          note={`${formatCount(found.failed)} failed`}
        />
        <StatCard
          label="Dead"
          value={formatCount(found.dead)}
          tone={found.dead > 0 ? "bad" : undefined}
          href={`/deliveries?endpoint_id=${endpoint.id}&status=dead`}
        />
        <StatCard
          label="Held"
          value={formatCount(endpoint.held)}
          tone={endpoint.held > 0 ? "warn" : undefined}
        />
        <StatCard label="Latency p50" value={ms(p50)} />
        <StatCard label="Latency p95" value={ms(p95)} note={`p99 ${ms(p99)}`} />
      </div>
      <Card>
        <TimeSeries
          title="Attempts"
          unit={found.step_s >= 3600 ? "per hour" : "per minute"}
          at={found.series.map((point) => point.at)}
          series={[
            { name: "delivered", tone: "ok", values: found.series.map((point) => point.delivered) },
            { name: "failed", tone: "bad", values: found.series.map((point) => point.failed) },
          ]}
        />
      </Card>
      <Section title="By answer">
        <Card>
          {found.attempts === 0 ? (
            <p className="text-muted">No attempts in this time. A test event makes one.</p>
          ) : (
            <MiniBarChart
              label="Attempts by answer"
              bars={Object.entries(found.by_code).map(([name, value]) => ({
                name: name.replaceAll("_", " "),
                value,
                tone: name.startsWith("2") ? "ok" : "bad",
              }))}
            />
          )}
        </Card>
      </Section>
      <p className="text-xs text-muted">
        {found.counted_to ? (
          <>
            Counted to <Time at={found.counted_to} />; what came since is counted within two minutes.
          </>
        ) : (
          "Nothing is counted yet; attempts are, within two minutes."
        )}
      </p>
    </>
  );
}
