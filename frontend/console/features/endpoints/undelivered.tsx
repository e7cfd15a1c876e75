"use client";

import type { EndpointDetail, MissedOut, UndeliveredOut } from "@hub/client";
import { useListUndeliveredInfinite } from "@hub/client/react";
import { CircleCheck, RotateCcw } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { reasonWords } from "@/components/deliveries/failures";
import { ResultCode } from "@/components/deliveries/result-code";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { RedriveDialog } from "./redrive-dialog";

const STATES = ["dead", "held", "disabled", "cancelled", "filtered"] as const;
const DAY_MS = 86_400_000;

/** What an endpoint has not got and why, with ways to send it: the dead and cancelled, and what its filters left out. */
export function Undelivered({ endpoint }: { endpoint: EndpointDetail }) {
  const [state, choose] = useQueryState("missed", parseAsStringLiteral(STATES));
  const [asking, ask] = useState<"missed" | "filtered" | null>(null);
  const [filteredAfter] = useState(dayAgo);
  const missed = useListUndeliveredInfinite(
    endpoint.id,
    { ...(state && { state }), filtered_after: filteredAfter, limit: 200 },
    { query: { refetchOnWindowFocus: false } },
  );
  const first = missed.data?.pages[0];
  const rows = useMemo(() => missed.data?.pages.flatMap((page) => page.data) ?? [], [missed.data]);
  const counts = first ? byState(first) : [];
  const count = (wanted: string) => counts.find(([name]) => name === wanted)?.[1] ?? 0;
  const redrivable = count("dead") + count("cancelled");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          aria-pressed={state === null}
          className={PRESSED}
          onClick={() => void choose(null)}
        >
          All
        </Button>
        {STATES.map((each) => (
          <Button
            key={each}
            size="small"
            aria-pressed={state === each}
            className={PRESSED}
            onClick={() => void choose(each)}
          >
            {each} {state === null || state === each ? formatCount(count(each)) : ""}
          </Button>
        ))}
        <span className="ml-auto flex gap-2">
          <Button
            needs="replays:write"
            size="small"
            disabled={count("filtered") === 0}
            onClick={() => ask("filtered")}
          >
            Send what filters left out…
          </Button>
          <Button
            needs="replays:write"
            look="primary"
            size="small"
            disabled={redrivable === 0}
            onClick={() => ask("missed")}
          >
            <RotateCcw aria-hidden /> Redrive {formatCount(redrivable)}…
          </Button>
        </span>
      </div>
      {first && <Reasons found={first} />}
      <div className="flex h-[520px] flex-col">
        <DataTable
          label="Undelivered"
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          href={hrefOf}
          loading={missed}
          empty={
            <EmptyState icon={CircleCheck} title="Nothing is missing">
              Everything that this endpoint wants was delivered or is on its way.
            </EmptyState>
          }
        />
      </div>
      {asking && (
        <RedriveDialog
          endpointId={endpoint.id}
          what={asking}
          count={asking === "missed" ? redrivable : count("filtered")}
          filteredAfter={filteredAfter}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}

function dayAgo(): string {
  return new Date(Date.now() - DAY_MS).toISOString();
}

function byState(found: UndeliveredOut): [string, number][] {
  const sums = new Map<string, number>();
  for (const each of found.counts) sums.set(each.state, (sums.get(each.state) ?? 0) + each.count);
  return [...sums];
}

function Reasons({ found }: { found: UndeliveredOut }) {
  if (found.counts.length === 0) return null;
  return (
    <p className="text-xs text-muted">
      {found.counts
        .map((each) => `${formatCount(each.count)} ${each.state}: ${reasonWords(each.reason)}`)
        .join(" · ")}
      {!found.complete && " · of the 100,000 newest deliveries"}. What filters left out is of the last 24
      hours.
    </p>
  );
}

const PRESSED = "aria-pressed:border-accent aria-pressed:bg-accent-soft";
const keyOf = (row: MissedOut) => row.event_id;
const hrefOf = (row: MissedOut) =>
  row.delivery_id ? `/deliveries/${row.delivery_id}` : `/deliveries?event_id=${row.event_id}`;

const COLUMNS: Column<MissedOut>[] = [
  {
    id: "state",
    header: "State",
    width: "112px",
    phone: "title",
    fixed: true,
    cell: (row) =>
      row.state === "filtered" || row.state === "disabled" ? (
        <Badge tone={row.state === "disabled" ? "warn" : "idle"}>{row.state}</Badge>
      ) : (
        <StateBadge kind="delivery" state={row.state} />
      ),
  },
  {
    id: "type",
    header: "Event type",
    cell: (row) => <span className="truncate font-mono text-xs">{row.event_type}</span>,
  },
  { id: "why", header: "Why", cell: (row) => <span className="truncate">{reasonWords(row.reason)}</span> },
  {
    id: "code",
    header: "Answer",
    width: "112px",
    cell: (row) => <ResultCode code={row.status_code} error={row.error} />,
  },
  { id: "tries", header: "Tries", width: "56px", align: "end", phone: "hide", cell: (row) => row.attempts },
  { id: "at", header: "Event of", width: "96px", cell: (row) => <Time at={row.created_at} /> },
  { id: "event", header: "Event", width: "136px", phone: "hide", cell: (row) => <Id id={row.event_id} /> },
];
