"use client";

import type { ReplayItemOut, ReplayOut } from "@hub/client";
import { getListReplayItemsInfiniteQueryKey, useListReplayItemsInfinite } from "@hub/client/react";
import { ListChecks } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo } from "react";
import { reasonWords } from "@/components/deliveries/failures";
import { ResultCode } from "@/components/deliveries/result-code";
import { EndpointName } from "@/components/names/endpoint-name";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { counted, OUTCOMES } from "./outcomes";

/* What has a delivery of its own, and so can be looked at and replayed in the list of deliveries. */
const DELIVERIES = ["pending", "held", "delivered", "dead", "cancelled"];

/** A replay's items: all, or those with one outcome, which is in the address. */
export function Items({ replay }: { replay: ReplayOut }) {
  const [chosen, choose] = useQueryState("outcome", parseAsStringLiteral(OUTCOMES));
  const items = useListReplayItemsInfinite(
    replay.id,
    { ...(chosen && { status: chosen }), limit: 200 },
    { query: { refetchOnWindowFocus: false } },
  );
  // Only the first pages are worth the calls while it moves; a reader far down the list keeps what was loaded.
  const few = (items.data?.pages.length ?? 0) <= 2;
  const keys = few ? [getListReplayItemsInfiniteQueryKey(replay.id)] : [];
  useLiveRefresh({ events: ["replay."], keys, everyMs: 5000 });
  const rows = useMemo(() => items.data?.pages.flatMap((page) => page.data) ?? [], [items.data]);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          aria-pressed={chosen === null}
          className={PRESSED}
          onClick={() => void choose(null)}
        >
          All {formatCount(replay.total)}
        </Button>
        {counted(replay).map(({ outcome, count }) => (
          <Button
            key={outcome}
            size="small"
            aria-pressed={chosen === outcome}
            className={PRESSED}
            onClick={() => void choose(outcome)}
          >
            {formatCount(count)} {outcome}
          </Button>
        ))}
        {(chosen === null || DELIVERIES.includes(chosen)) && (
          <Button asChild look="ghost" size="small" className="ml-auto">
            <Link href={`/deliveries?replay_id=${replay.id}${chosen ? `&status=${chosen}` : ""}`}>
              As deliveries, to select and replay
            </Link>
          </Button>
        )}
      </div>
      <div className="flex h-[480px] flex-col">
        <DataTable
          label="Items"
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          href={hrefOf}
          loading={items}
          empty={
            <EmptyState icon={ListChecks} title={chosen ? `Nothing is ${chosen}` : "The set is empty"} />
          }
        />
      </div>
    </div>
  );
}

const PRESSED = "aria-pressed:border-accent aria-pressed:bg-accent-soft";
const keyOf = (row: ReplayItemOut) => row.endpoint_id + row.event_id;
const hrefOf = (row: ReplayItemOut) => {
  const id = row.delivery_id ?? row.source_id;
  return id ? `/deliveries/${id}` : `/deliveries?event_id=${row.event_id}`;
};

const COLUMNS: Column<ReplayItemOut>[] = [
  {
    id: "status",
    header: "Outcome",
    width: "120px",
    phone: "title",
    fixed: true,
    cell: (row) => <StateBadge kind="replay-item" state={row.status} />,
  },
  {
    id: "endpoint",
    header: "Endpoint",
    cell: (row) => (
      <span className="truncate">
        <EndpointName id={row.endpoint_id} />
      </span>
    ),
  },
  {
    id: "type",
    header: "Event type",
    cell: (row) => <span className="truncate font-mono text-xs">{row.event_type}</span>,
  },
  {
    id: "why",
    header: "Why",
    cell: (row) => <span className="truncate text-muted">{reasonWords(row.reason)}</span>,
  },
  {
    id: "code",
    header: "Answer",
    width: "80px",
    phone: "hide",
    cell: (row) => <ResultCode code={row.status_code} error={null} />,
  },
  {
    id: "tries",
    header: "Tries",
    width: "56px",
    align: "end",
    phone: "hide",
    cell: (row) => row.attempts ?? "–",
  },
  { id: "ended", header: "Ended", width: "96px", cell: (row) => <Time at={row.finished_at} /> },
  {
    id: "delivery",
    header: "Delivery",
    width: "136px",
    optional: true,
    phone: "hide",
    cell: (row) => (row.delivery_id ? <Id id={row.delivery_id} /> : <span className="text-faint">–</span>),
  },
];
