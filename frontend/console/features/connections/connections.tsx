"use client";

import type { ConnectionOut } from "@hub/client";
import { getListConnectionsInfiniteQueryKey, useListConnectionsInfinite } from "@hub/client/react";
import { Cable, Plus } from "lucide-react";
import Link from "next/link";
import { FilterBar } from "@/components/filters/filter-bar";
import { useFilters } from "@/components/filters/use-filters";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { COLUMNS } from "./columns";
import { worstFirst } from "./state";

const FIRST = `curl $HUB/connections -H "Authorization: Bearer $HUB_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"name": "Echo", "connector": "echo"}'`;

/** The systems that jobs are done in, those in trouble first. */
export function Connections() {
  const control = useFilters({
    search: { kind: "text", label: "Search", placeholder: "Name, connector or address" },
  });
  const search = control.values.search ?? undefined;
  const list = useListConnectionsInfinite({ search, limit: 100 });
  useLiveRefresh({
    events: ["connection."],
    keys: [getListConnectionsInfiniteQueryKey(), ["/api/v1/connections"]],
  });
  const rows = worstFirst(list.data?.pages.flatMap((page) => page.data) ?? []);
  const add = (
    <Button needs="connections:write" asChild look="primary">
      <Link href="/connections/new">
        <Plus aria-hidden /> Connect a system
      </Link>
    </Button>
  );
  const empty = control.active ? (
    <EmptyState
      icon={Cable}
      title="No connection matches"
      action={<Button onClick={control.clear}>Clear the search</Button>}
    >
      Search looks in names, connectors and addresses.
    </EmptyState>
  ) : (
    <EmptyState icon={Cable} title="No system is connected" action={add} code={FIRST}>
      A connection is this tenant’s access to one system: its address, its settings and its credentials. Jobs
      are done in connections.
    </EmptyState>
  );
  return (
    <Page fill>
      <PageHeader title="Connections" description="Systems that jobs are done in." actions={add} />
      <FilterBar control={control} name="connections" />
      <DataTable<ConnectionOut>
        label="Connections"
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        href={(connection) => `/connections/${connection.id}`}
        loading={list}
        empty={empty}
      />
    </Page>
  );
}

const keyOf = (connection: ConnectionOut) => connection.id;
