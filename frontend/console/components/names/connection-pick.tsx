"use client";

import { useListConnectionsInfinite } from "@hub/client/react";
import { useState } from "react";
import { PickFilter, type PickProps } from "../filters/pick-filter";
import { ConnectionName } from "./connection-name";

const PAGE = 50;

/** A filter by connection; the search is the API's, by name, connector or address. */
export function ConnectionPick(props: PickProps) {
  // Null until the list is opened: nothing is asked for before.
  const [search, setSearch] = useState<string | null>(null);
  const list = useListConnectionsInfinite(
    { limit: PAGE, ...(search && { search }) },
    { query: { enabled: search !== null } },
  );
  return (
    <PickFilter
      {...props}
      name={props.value && <ConnectionName id={props.value} />}
      items={list.data?.pages.flatMap((page) => page.data) ?? []}
      render={({ name, connector }) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="truncate">{name}</span>
          {connector !== name && <span className="truncate text-xs text-muted">{connector}</span>}
        </span>
      )}
      onSearch={setSearch}
      pending={list.isPending}
      more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
    />
  );
}
