"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Gives a function that loads every query below an API path anew: `useRefresh("/api/v1/sources")`, after a change. */
export function useRefresh(path: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey.some((part) => typeof part === "string" && part.startsWith(path)),
      }),
    [client, path],
  );
}
