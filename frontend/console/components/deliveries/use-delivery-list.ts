"use client";

import type { ListDeliveriesParams } from "@hub/client";
import {
  getListDeliveriesInfiniteQueryKey,
  getListDeliveriesQueryKey,
  useListDeliveries,
  useListDeliveriesInfinite,
} from "@hub/client/react";
import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLiveRefresh } from "@/lib/use-live-refresh";

const PAGE = 200;

/**
 * Deliveries page by page, which do not move under the reader: the newest page is asked for again while events come. It
 * brings loaded rows up to date and counts, as `fresh`, those that are newer than the list.
 */
export function useDeliveryList(params: ListDeliveriesParams) {
  const client = useQueryClient();
  const wanted = { ...params, limit: PAGE };
  const list = useListDeliveriesInfinite(
    wanted,
    // All pages at once would be asked for again, however many were scrolled through.
    { query: { refetchOnWindowFocus: false, staleTime: Infinity } },
  );
  const newest = { ...params, limit: 100 };
  const head = useListDeliveries(newest, { query: { refetchInterval: 15_000 } });
  useLiveRefresh({ events: [""], keys: [getListDeliveriesQueryKey(newest)] });

  const loaded = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const rows = useMemo(() => {
    const current = new Map(head.data?.data.map((row) => [row.id, row]));
    return loaded.map((row) => current.get(row.id) ?? row);
  }, [loaded, head.data]);
  const first = loaded[0]?.id ?? "";
  // Ids are drawn in the order of time: what sorts behind the first is newer.
  const count = list.data && head.data ? head.data.data.filter((row) => row.id > first).length : 0;
  function show() {
    // From the top: of hundreds of loaded pages only the first is asked for again.
    const queryKey = getListDeliveriesInfiniteQueryKey(wanted);
    client.setQueryData<InfiniteData<unknown>>(
      queryKey,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
    void client.invalidateQueries({ queryKey });
  }
  return { list, rows, fresh: { count, show } };
}
