"use client";

import type { SourceOut } from "@hub/client";
import { getListSourcesInfiniteQueryKey, useGetSource, useListSourcesInfinite } from "@hub/client/react";
import { Inbox, Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Badge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { countsOf, type Counts } from "./counts";
import { presetOf } from "./presets";
import { SourceState } from "./source-state";

const FIRST = `curl $HUB/sources -H "Authorization: Bearer $HUB_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"name": "github", "preset": "github"}'`;

const COUNTS_MS = 30_000;

/** Where outside systems send their webhooks. */
export function Sources() {
  const list = useListSourcesInfinite({ limit: 100 });
  useLiveRefresh({ events: ["source."], keys: [getListSourcesInfiniteQueryKey(), ["/api/v1/sources"]] });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const add = (
    <Button needs="sources:write" asChild look="primary">
      <Link href="/sources/new">
        <Plus aria-hidden /> Add a source
      </Link>
    </Button>
  );
  return (
    <Page fill>
      <PageHeader
        title="Sources"
        description="Addresses where outside systems send their webhooks. Counts are of the last day."
        actions={add}
      />
      <DataTable<SourceOut>
        label="Sources"
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        href={(source) => `/sources/${source.id}`}
        loading={list}
        empty={
          <EmptyState icon={Inbox} title="No system sends anything yet" action={add} code={FIRST}>
            A source is an address of the hub for one sender. What is verified becomes events of yours, starts
            jobs, or completes jobs that wait for an answer.
          </EmptyState>
        }
      />
    </Page>
  );
}

const keyOf = (source: SourceOut) => source.id;

/* Only rows in view ask, each once for all of its cells. */
function Count({ of, children }: { of: SourceOut; children: (counts: Counts) => ReactNode }) {
  const source = useGetSource(of.id, { query: { staleTime: COUNTS_MS, refetchInterval: COUNTS_MS } });
  return source.data ? children(countsOf(source.data.last_day)) : <span className="text-faint">–</span>;
}

const COLUMNS: Column<SourceOut>[] = [
  { id: "state", header: "State", width: "112px", cell: (row) => <SourceState source={row} /> },
  {
    id: "name",
    header: "Name",
    width: "minmax(160px, 1fr)",
    phone: "title",
    fixed: true,
    cell: (row) => <span className="truncate font-medium">{row.name}</span>,
  },
  {
    id: "preset",
    header: "Sender",
    width: "minmax(140px, 1fr)",
    cell: (row) => <span className="truncate">{presetOf(row.preset)?.title ?? row.preset}</span>,
  },
  {
    id: "received",
    header: "Received",
    width: "88px",
    align: "end",
    cell: (row) => <Count of={row}>{(counts) => formatCount(counts.received)}</Count>,
  },
  {
    id: "refused",
    header: "Refused",
    width: "96px",
    align: "end",
    cell: (row) => (
      <Count of={row}>
        {({ refused }) =>
          refused > 0 ? (
            <Badge tone="bad">{formatCount(refused)}</Badge>
          ) : (
            <span className="text-faint">0</span>
          )
        }
      </Count>
    ),
  },
  {
    id: "description",
    header: "Description",
    width: "minmax(140px, 2fr)",
    phone: "hide",
    cell: (row) => <span className="truncate text-muted">{row.description}</span>,
  },
  {
    id: "mappings",
    header: "Mappings",
    width: "88px",
    align: "end",
    phone: "hide",
    cell: (row) => formatCount(row.mappings.length),
  },
  {
    id: "created_at",
    header: "Created",
    width: "104px",
    phone: "hide",
    cell: (row) => <Time at={row.created_at} />,
  },
];
