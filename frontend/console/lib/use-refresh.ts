"use client";

import { useQueryClient, type Query } from "@tanstack/react-query";
import { useCallback } from "react";

const below =
  (path: string) =>
  ({ queryKey }: Query) =>
    queryKey.some((part) => typeof part === "string" && part.startsWith(path));

/** Gives a function that loads every query below an API path anew: `useRefresh("/api/v1/sources")`, after a change. */
export function useRefresh(path: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ predicate: below(path) }), [client, path]);
}

/** The same after something was deleted: queries load anew when a page shows them next, not the page that is being left. */
export function useOutdate(path: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ predicate: below(path), refetchType: "none" }),
    [client, path],
  );
}
