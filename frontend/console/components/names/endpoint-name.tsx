"use client";

import { useGetEndpoint, useListEndpoints } from "@hub/client/react";
import { shortId } from "@/lib/ids";

/** An endpoint's name where there is room for one: its description, else its URL without the scheme. */
export function nameOf(endpoint: { description: string; url: string }): string {
  return endpoint.description || endpoint.url.replace(/^https?:\/\//, "");
}

/** The name of an endpoint of which only the id is known. */
export function EndpointName({ id }: { id: string }) {
  // A list of deliveries is of few endpoints, mostly: one request names them, and the rest are asked for one by one.
  const newest = useListEndpoints({ limit: 200 }, { query: { staleTime: 60_000 } });
  const known = newest.data?.data.find((each) => each.id === id);
  const asked = useGetEndpoint(id, { query: { enabled: !known && !newest.isPending, staleTime: 60_000 } });
  const endpoint = known ?? asked.data;
  return endpoint ? nameOf(endpoint) : shortId(id);
}
