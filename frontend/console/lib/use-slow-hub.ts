"use client";

import { useQueryClient, type Query, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const SLOW_MS = 5_000;
const LOOK_MS = 1_000;

/** Whether something on the page has waited for the hub's answer for more than 5 s. */
export function useSlowHub(): boolean {
  const client = useQueryClient();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    let since = new Map<string, number>();
    const timer = setInterval(() => {
      since = waiting(client, since);
      setSlow([...since.values()].some((at) => Date.now() - at >= SLOW_MS));
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [client]);
  return slow;
}

/** What waits now, and since which look. */
function waiting(client: QueryClient, before: ReadonlyMap<string, number>): Map<string, number> {
  const fetching = client.getQueryCache().findAll({ fetchStatus: "fetching" }).map(nameOf);
  return new Map(fetching.map((name) => [name, before.get(name) ?? Date.now()]));
}

/** Another name for each answer, so that one that is asked for again and again is not taken for a slow one. */
function nameOf({ queryHash, state }: Query): string {
  return [queryHash, state.dataUpdatedAt, state.errorUpdatedAt].join(" ");
}
