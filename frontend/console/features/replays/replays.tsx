"use client";

import type { ReplayOut } from "@hub/client";
import { getListReplaysInfiniteQueryKey, useListReplaysInfinite } from "@hub/client/react";
import { Repeat2 } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { EndpointName } from "@/components/names/endpoint-name";
import { FilterBar } from "@/components/filters/filter-bar";
import { useFilters } from "@/components/filters/use-filters";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { filterWords } from "./filter-words";
import { ended } from "./outcomes";

const STATES = [
  "preparing",
  "canary",
  "waiting",
  "running",
  "paused",
  "cancelling",
  "finished",
  "cancelled",
] as const;
const FILTERS = {
  state: { kind: "select", label: "State", options: STATES.map((value) => ({ value, label: value })) },
} as const;

/** Replays, newest first: how far each is and what came of it. */
export function Replays() {
  const control = useFilters(FILTERS);
  const state = STATES.find((each) => each === control.values.state);
  const replays = useListReplaysInfinite({ ...(state && { state }), limit: 100 });
  useLiveRefresh({ events: ["replay."], keys: [getListReplaysInfiniteQueryKey()] });
  const rows = replays.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Page fill>
      <PageHeader
        title="Replays"
        description="Deliveries that were sent again: who asked, why, and what came of it."
      />
      <FilterBar control={control} name="replays" />
      <DataTable
        label="Replays"
        rows={rows}
        columns={COLUMNS}
        rowKey={idOf}
        href={hrefOf}
        loading={replays}
        empty={
          <EmptyState
            icon={Repeat2}
            title={control.active > 0 ? "No replay in this state" : "No replays yet"}
            action={
              <Button asChild>
                <Link href="/deliveries?status=dead">Look at dead deliveries</Link>
              </Button>
            }
          >
            When a receiver was down, select its deliveries and replay them: counted first, at a pace, a few
            before the rest.
          </EmptyState>
        }
      />
    </Page>
  );
}

const idOf = (row: ReplayOut) => row.id;
const hrefOf = (row: ReplayOut) => `/replays/${row.id}`;

const COLUMNS: Column<ReplayOut>[] = [
  {
    id: "state",
    header: "State",
    width: "120px",
    fixed: true,
    phone: "title",
    cell: (row) => <StateBadge kind="replay" state={row.state} />,
  },
  { id: "progress", header: "Progress", width: "minmax(180px, 1fr)", cell: (row) => <Bar replay={row} /> },
  {
    id: "dead",
    header: "Dead",
    width: "72px",
    align: "end",
    phone: "hide",
    cell: (row) => <span className={cn(row.dead > 0 && "text-bad")}>{formatCount(row.dead)}</span>,
  },
  {
    id: "what",
    header: "What",
    width: "minmax(180px, 1.5fr)",
    cell: (row) => (
      <span className="truncate text-muted">
        {filterWords(row.filter).map(([name, words], place) => (
          <Fragment key={name}>
            {place > 0 && " · "}
            {words.startsWith("ep_") ? <EndpointName id={words} /> : words}
          </Fragment>
        ))}
      </span>
    ),
  },
  {
    id: "why",
    header: "Why",
    width: "minmax(140px, 1.2fr)",
    cell: (row) => <span className="truncate">{row.reason || <span className="text-faint">–</span>}</span>,
  },
  {
    id: "by",
    header: "Asked by",
    width: "128px",
    optional: true,
    phone: "hide",
    cell: (row) => <Id id={row.requested_by} />,
  },
  { id: "created", header: "Asked", width: "96px", cell: (row) => <Time at={row.created_at} /> },
  { id: "id", header: "Replay", width: "136px", phone: "hide", cell: (row) => <Id id={row.id} /> },
];

function Bar({ replay }: { replay: ReplayOut }) {
  const share = (part: number) => `${replay.total > 0 ? (part / replay.total) * 100 : 0}%`;
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span aria-hidden className="flex h-1.5 min-w-12 flex-1 overflow-hidden rounded-full bg-line">
        <span className="bg-accent" style={{ width: share(ended(replay) - replay.dead) }} />
        <span className="bg-bad" style={{ width: share(replay.dead) }} />
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        {formatCount(ended(replay))} of {formatCount(replay.total)}
      </span>
    </span>
  );
}
