"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** Gives addresses of this page with one more word in the query: `link(id)` is here with `?<name>=<id>`, filters kept. */
export function useSearchLink(name: string): (value: string) => string {
  const path = usePathname();
  const search = useSearchParams().toString();
  return useCallback(
    (value: string) => {
      const params = new URLSearchParams(search);
      params.set(name, value);
      return `${path}?${params}`;
    },
    [path, search, name],
  );
}
