"use client";

import {
  type DeliveryOut,
  getDelivery,
  type ListDeliveriesParams,
  type ListingDeliveryOut,
} from "@hub/client";
import {
  getListDeliveriesInfiniteQueryKey,
  getListDeliveriesQueryKey,
  useListDeliveries,
  useListDeliveriesInfinite,
} from "@hub/client/react";
import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLiveRefresh } from "@/lib/use-live-refresh";

const PAGE = 200;

type Pages = InfiniteData<ListingDeliveryOut>;

/**
 * Deliveries page by page, which do not move under the reader: the newest page is asked for again while events come. It
 * brings loaded rows up to date and counts, as `fresh`, those that are newer than the list. What it does not tell of is
 * asked for by name as far as it is in view: a row stays where it is when it has left the filter, and says what it is now.
 * onShown: to be told the first and the last place in view.
 */
export function useDeliveryList(params: ListDeliveriesParams) {
  const client = useQueryClient();
  const wanted = { ...params, limit: PAGE };
  const list = useListDeliveriesInfinite(
    wanted,
    // All pages at once would be asked for again, however many were scrolled through; who leaves begins at the top.
    { query: { refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 } },
  );
  const newest = { ...params, limit: 100 };
  const head = useListDeliveries(newest, { query: { refetchInterval: 15_000 } });
  useLiveRefresh({ events: [""], keys: [getListDeliveriesQueryKey(newest)] });

  const loaded = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const current = useMemo(() => new Map(head.data?.data.map((row) => [row.id, row])), [head.data]);
  const rows = useMemo(
    () => loaded.map((row) => (isOpen(row) && current.get(row.id)) || row),
    [loaded, current],
  );
  const queryKey = getListDeliveriesInfiniteQueryKey(wanted);
  const onShown = useShownAgain({
    // Whatever came of the others by the newest page's answer is not in it.
    changed: rows.map((row) => (isOpen(row) && !current.has(row.id) ? row.id : null)),
    at: head.dataUpdatedAt,
    take: (told) => client.setQueryData<Pages>(queryKey, (pages) => pages && withRows(pages, told)),
  });
  const first = loaded[0]?.id ?? "";
  // Ids are drawn in the order of time: what sorts behind the first is newer.
  const count = list.data && head.data ? head.data.data.filter((row) => row.id > first).length : 0;
  function show() {
    // From the top: of hundreds of loaded pages only the first is asked for again.
    client.setQueryData<Pages>(
      queryKey,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
    void client.invalidateQueries({ queryKey });
  }
  return { list, rows, fresh: { count, show }, onShown };
}

type ShownAgain = {
  /** For each row its id, if it may have changed. */
  changed: (string | null)[];
  /** When that was known, in ms: at each other time it is looked into again. */
  at: number;
  take: (told: ReadonlyMap<string, DeliveryOut>) => void;
};

/** Asks by name for the rows in view that may have changed. */
function useShownAgain(state: ShownAgain): (first: number, last: number) => void {
  const latest = useRef(state);
  const view = useRef({ first: 0, last: -1 });
  useEffect(() => {
    latest.current = state;
  });
  useEffect(() => {
    const { changed, take } = latest.current;
    const ids = changed.slice(view.current.first, view.current.last + 1).filter((id) => id !== null);
    if (ids.length === 0) return;
    const stop = new AbortController();
    // One that is gone, its retention being over, stays as it was last seen.
    void Promise.allSettled(ids.map((id) => getDelivery(id, { signal: stop.signal }))).then((answers) => {
      const told = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
      if (!stop.signal.aborted) take(new Map(told.map((row) => [row.id, row])));
    });
    return () => stop.abort();
  }, [state.at]);
  return useCallback((first, last) => {
    view.current = { first, last };
  }, []);
}

/** Whether it can become something else: what has ended stays so, a replay makes another. */
function isOpen({ status }: DeliveryOut): boolean {
  return status === "pending" || status === "held";
}

function withRows(pages: Pages, told: ReadonlyMap<string, DeliveryOut>): Pages {
  const each = (page: ListingDeliveryOut) => ({
    ...page,
    data: page.data.map((row) => told.get(row.id) ?? row),
  });
  return { ...pages, pages: pages.pages.map(each) };
}
