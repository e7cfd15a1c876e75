import type { EndpointOut, LineOut } from "@hub/client";
import { Sparkline } from "@/components/charts/sparkline";
import { nameOf } from "@/components/names/endpoint-name";
import type { Column } from "@/components/table/types";
import { Id } from "@/components/ui/id";
import { StateBadge } from "@/components/ui/state-badge";
import { Duration, Time } from "@/components/ui/time";
import { formatCount, formatPercent } from "@/lib/format";
import { failureWords, stateNow } from "./state";

const NONE = <span className="text-faint">–</span>;

/** Columns of the list of endpoints. lines: the day's figures by endpoint id. */
export function endpointColumns(lines: Map<string, LineOut>): Column<EndpointOut>[] {
  return [
    {
      id: "state",
      header: "State",
      width: "112px",
      fixed: true,
      cell: (row) => <StateBadge kind="endpoint" state={stateNow(row, lines.get(row.id))} />,
    },
    {
      id: "name",
      header: "Endpoint",
      width: "minmax(200px, 2fr)",
      phone: "title",
      fixed: true,
      cell: (row) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="truncate font-medium">{nameOf(row)}</span>
          {row.description && <span className="truncate text-xs text-faint">{row.url}</span>}
        </span>
      ),
    },
    {
      id: "why",
      header: "Why",
      width: "minmax(120px, 1fr)",
      cell: (row) => <Why endpoint={row} now={lines.get(row.id)} />,
    },
    {
      id: "types",
      header: "Types",
      optional: true,
      phone: "hide",
      cell: (row) => (
        <span className="truncate font-mono text-xs">{row.event_types.join(", ") || "every type"}</span>
      ),
    },
    {
      id: "attempts",
      header: "Attempts",
      width: "112px",
      phone: "hide",
      cell: (row) => {
        const line = lines.get(row.id);
        if (!line) return null;
        const label = `${formatCount(line.attempts)} attempts in 24 hours, ${formatCount(line.failed)} failed`;
        return (
          <Sparkline values={line.series_attempts} label={label} tone={line.failed > 0 ? "bad" : "accent"} />
        );
      },
    },
    {
      id: "rate",
      header: "Success",
      width: "80px",
      align: "end",
      cell: (row) => {
        const rate = lines.get(row.id)?.success_rate;
        if (rate === null || rate === undefined) return NONE;
        return <span className={rate < 0.95 ? "text-bad" : ""}>{formatPercent(rate)}</span>;
      },
    },
    {
      id: "p95",
      header: "p95",
      width: "80px",
      align: "end",
      phone: "hide",
      cell: (row) => <Duration ms={lines.get(row.id)?.p95_ms} />,
    },
    {
      id: "dead",
      header: "Dead",
      width: "64px",
      align: "end",
      phone: "hide",
      cell: (row) => {
        const dead = lines.get(row.id)?.dead ?? 0;
        return dead > 0 ? <span className="text-bad">{formatCount(dead)}</span> : NONE;
      },
    },
    {
      id: "held",
      header: "Held",
      width: "64px",
      align: "end",
      phone: "hide",
      cell: (row) => {
        const held = lines.get(row.id)?.held ?? 0;
        return held > 0 ? formatCount(held) : NONE;
      },
    },
    { id: "id", header: "Id", width: "132px", phone: "hide", cell: (row) => <Id id={row.id} /> },
  ];
}

function Why({ endpoint, now }: { endpoint: EndpointOut; now: LineOut | undefined }) {
  if (endpoint.disabled_at) return <span className="truncate text-muted">{endpoint.disabled_reason}</span>;
  if (endpoint.paused_at) {
    return (
      <span className="text-muted">
        paused <Time at={endpoint.paused_at} />
      </span>
    );
  }
  if (now?.trouble === "failing") return <span className="truncate text-muted">{failureWords(now)}</span>;
  if (endpoint.failing_since) {
    return (
      <span className="text-muted">
        failing since <Time at={endpoint.failing_since} />
      </span>
    );
  }
  return NONE;
}
