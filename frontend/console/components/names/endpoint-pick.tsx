"use client";

import { useListEndpointsInfinite } from "@hub/client/react";
import { useState } from "react";
import { PickFilter, type PickProps } from "../filters/pick-filter";
import { EndpointName, nameOf } from "./endpoint-name";

const PAGE = 50;

/** A filter by endpoint; the search is the API's, by URL, description or id. */
export function EndpointPick(props: PickProps) {
  // Null until the list is opened: nothing is asked for before.
  const [search, setSearch] = useState<string | null>(null);
  const list = useListEndpointsInfinite(
    { limit: PAGE, ...(search && { search }) },
    { query: { enabled: search !== null } },
  );
  return (
    <PickFilter
      {...props}
      name={props.value && <EndpointName id={props.value} />}
      items={list.data?.pages.flatMap((page) => page.data) ?? []}
      render={(endpoint) => (
        <>
          <span className="block truncate">{nameOf(endpoint)}</span>
          {endpoint.description && (
            <span className="block truncate font-mono text-xs text-muted">{endpoint.url}</span>
          )}
        </>
      )}
      onSearch={setSearch}
      pending={list.isPending}
      more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
    />
  );
}
