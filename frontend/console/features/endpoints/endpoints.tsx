"use client";

import type { EndpointOut } from "@hub/client";
import {
  getListEndpointsInfiniteQueryKey,
  getListEndpointStatisticsQueryKey,
  useListEndpointsInfinite,
} from "@hub/client/react";
import { Plus, Webhook } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { FilterBar } from "@/components/filters/filter-bar";
import { useFilters } from "@/components/filters/use-filters";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { endpointColumns } from "./endpoint-columns";
import { useLines } from "./use-lines";

const STATES = ["active", "failing", "paused", "disabled"] as const;
const FILTERS = {
  search: { kind: "text", label: "Search", placeholder: "URL, description or id" },
  state: { kind: "select", label: "State", options: STATES.map((value) => ({ value, label: value })) },
} as const;
/* As many as the statistics take by id in one call. */
const PAGE = 100;

/** Where events are delivered, and how that goes. */
export function Endpoints() {
  const control = useFilters(FILTERS);
  const { search } = control.values;
  const state = STATES.find((each) => each === control.values.state);
  const endpoints = useListEndpointsInfinite({
    ...(search && { search }),
    ...(state && { state }),
    limit: PAGE,
  });
  const rows = useMemo(() => endpoints.data?.pages.flatMap((page) => page.data) ?? [], [endpoints.data]);
  const lines = useLines(endpoints.data?.pages.map((page) => page.data.map((row) => row.id)) ?? []);
  useLiveRefresh({
    events: ["endpoint."],
    keys: [getListEndpointsInfiniteQueryKey(), getListEndpointStatisticsQueryKey()],
    // Pauses and changes make no event; all pages of a reader far down the list are not worth the calls.
    pollMs: (endpoints.data?.pages.length ?? 0) <= 2 ? 15_000 : undefined,
  });
  const columns = useMemo(() => endpointColumns(lines), [lines]);
  const create = (
    <Button needs="endpoints:write" look="primary" asChild>
      <Link href="/endpoints/new">
        <Plus aria-hidden /> New endpoint
      </Link>
    </Button>
  );
  return (
    <Page fill>
      <PageHeader
        title="Endpoints"
        description="Where events are delivered. Figures are of the last 24 hours."
        actions={create}
      />
      <FilterBar control={control} name="endpoints" />
      <DataTable
        label="Endpoints"
        rows={rows}
        columns={columns}
        rowKey={idOf}
        href={hrefOf}
        loading={endpoints}
        empty={
          control.active > 0 ? (
            <EmptyState
              icon={Webhook}
              title="No endpoint matches"
              action={<Button onClick={control.clear}>Clear</Button>}
            />
          ) : (
            <EmptyState icon={Webhook} title="No endpoints yet" action={create} code={CURL}>
              An endpoint is a URL of yours that the hub posts signed events to, retries, and tells you about.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

const idOf = (row: EndpointOut) => row.id;
const hrefOf = (row: EndpointOut) => `/endpoints/${row.id}`;

const CURL = `curl -X POST $HUB_URL/api/v1/endpoints \\
  -H "Authorization: Bearer $HUB_API_KEY" -H "Content-Type: application/json" \\
  -d '{"url": "https://example.com/hooks", "event_types": ["job.*"]}'`;
