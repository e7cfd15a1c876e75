"use client";

import { useGetConnection, useListConnections } from "@hub/client/react";
import { shortId } from "@/lib/ids";

/** The name of a connection of which only the id is known; until it is, or when it is gone, `otherwise`. */
export function ConnectionName({ id, otherwise }: { id: string; otherwise?: string }) {
  // A list of jobs is of few connections, mostly: one request names them, and the rest are asked for one by one.
  const newest = useListConnections({ limit: 200 }, { query: { staleTime: 60_000 } });
  const known = newest.data?.data.find((each) => each.id === id);
  const asked = useGetConnection(id, { query: { enabled: !known && !newest.isPending, staleTime: 60_000 } });
  return (known ?? asked.data)?.name ?? otherwise ?? shortId(id);
}
