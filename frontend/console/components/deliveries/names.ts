"use client";

import { useListEndpoints } from "@hub/client/react";
import { useMemo } from "react";
import { shortId } from "@/lib/ids";

/** Names of the tenant's newest 200 endpoints by id, and the way to name any. */
export function useEndpointNames() {
  const { data } = useListEndpoints({ limit: 200 }, { query: { staleTime: 60_000 } });
  return useMemo(() => {
    const names = new Map((data?.data ?? []).map((each) => [each.id, each.description || bare(each.url)]));
    return {
      options: [...names].map(([value, label]) => ({ value, label })),
      nameOf: (id: string) => names.get(id) ?? shortId(id),
    };
  }, [data]);
}

function bare(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
