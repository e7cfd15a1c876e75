"use client";

import type { MappingState, Reason, RequestOut, State } from "@hub/client";
import { useListSourceRequestsInfinite } from "@hub/client/react";
import { Inbox } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { FilterBar } from "@/components/filters/filter-bar";
import { resolveTime, useFilters } from "@/components/filters/use-filters";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatBytes } from "@/lib/format";
import { useSearchLink } from "@/lib/use-search-link";
import { REASONS, reasonOf } from "./reasons";
import { RequestDialog } from "./request-dialog";

const words = (name: string) => ({ value: name, label: name.charAt(0).toUpperCase() + name.slice(1) });

/** What came in, newest first. */
export function Requests({ sourceId }: { sourceId: string }) {
  const control = useFilters({
    provider_id: { kind: "text", label: "Sender’s id", placeholder: "Sender’s id of an event" },
    state: {
      kind: "select",
      label: "State",
      options: ["accepted", "held", "duplicate", "refused"].map(words),
    },
    reason: {
      kind: "select",
      label: "Reason",
      options: Object.entries(REASONS).map(([value, { title }]) => ({ value, label: title })),
    },
    mapping: { kind: "select", label: "Mapping", options: ["none", "pending", "done", "failed"].map(words) },
    at: { kind: "time", label: "Time" },
  });
  const { provider_id, state, reason, mapping, at } = control.values;
  const [entered] = useState(() => Date.now());
  const time = resolveTime(at, entered);
  const list = useListSourceRequestsInfinite(sourceId, {
    provider_id: provider_id ?? undefined,
    state: (state as State | null) ?? undefined,
    reason: (reason as Reason | null) ?? undefined,
    mapping: (mapping as MappingState | null) ?? undefined,
    received_after: time.from ?? undefined,
    received_before: time.to ?? undefined,
    limit: 100,
  });
  const [shown, show] = useQueryState("request", parseAsString);
  const link = useSearchLink("request");
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const empty = control.active ? (
    <EmptyState
      icon={Inbox}
      title="No request matches"
      action={<Button onClick={control.clear}>Clear the filters</Button>}
    >
      Of what was refused, five requests a minute and reason are kept; the figures above count all.
    </EmptyState>
  ) : (
    <EmptyState icon={Inbox} title="Nothing has come in yet">
      Enter the address at the sender and have it send a test. It shows up here at once, also when it is
      refused.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <FilterBar control={control} name="source-requests" />
      <div className="flex h-[max(24rem,calc(100dvh-26rem))] flex-col">
        <DataTable<RequestOut>
          label="Requests"
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          href={(request) => link(request.id)}
          loading={list}
          empty={empty}
        />
      </div>
      <RequestDialog
        sourceId={sourceId}
        requestId={shown}
        onClose={() => void show(null)}
        onShow={(id) => void show(id)}
      />
    </div>
  );
}

const keyOf = (request: RequestOut) => request.id;
const DASH = <span className="text-faint">–</span>;

const COLUMNS: Column<RequestOut>[] = [
  {
    id: "state",
    header: "State",
    width: "120px",
    cell: (row) => <StateBadge kind="request" state={row.state} />,
  },
  {
    id: "what",
    header: "Events",
    width: "minmax(220px, 2fr)",
    phone: "title",
    fixed: true,
    cell: (row) => (
      <span className="truncate">
        {row.state === "refused" ? (
          reasonOf(row.reason).title
        ) : row.state === "duplicate" ? (
          "The same as an earlier one"
        ) : (
          <span className="font-mono text-xs">{row.event_types.join(", ") || row.method}</span>
        )}
      </span>
    ),
  },
  {
    id: "provider_id",
    header: "Sender’s id",
    width: "minmax(120px, 1fr)",
    cell: (row) =>
      row.provider_id ? <code className="truncate font-mono text-xs">{row.provider_id}</code> : DASH,
  },
  {
    id: "mapping",
    header: "Mapping",
    width: "104px",
    cell: (row) =>
      row.mapping === "none" ? (
        DASH
      ) : (
        <Badge tone={row.mapping === "failed" ? "bad" : row.mapping === "done" ? "ok" : "info"}>
          {row.mapping}
        </Badge>
      ),
  },
  {
    id: "body",
    header: "Body",
    width: "80px",
    align: "end",
    phone: "hide",
    cell: (row) => formatBytes(row.body_bytes),
  },
  { id: "received_at", header: "Received", width: "104px", cell: (row) => <Time at={row.received_at} /> },
];
