"use client";

import { useGetMe } from "@hub/client/react";

/** What only some roles may: the hub's scopes that change something or show a secret (docs/operators.md, "Operators and roles"). */
export type Right =
  | "connections:write"
  | "endpoints:write"
  | "endpoints:secrets"
  | "events:write"
  | "jobs:write"
  | "replays:write"
  | "sources:write"
  | "sources:secrets"
  | "keys:admin"
  | "operators:admin"
  | "settings:admin";

/**
 * Why whoever is signed in may not do something; null when they may, when nothing is asked for, and until it is known.
 *
 * For telling early: the hub decides at each call.
 */
export function useLack(right: Right | undefined): string | null {
  const me = useGetMe({ query: { enabled: right !== undefined, staleTime: 60_000 } });
  if (right === undefined || !me.data) return null;
  const { role, scopes } = me.data;
  if (scopes.includes("*") || scopes.includes(right)) return null;
  const least = right.endsWith(":write") ? "operator" : "admin";
  return `Your role is ${role}; this takes ${least}. An admin of the tenant can change your role.`;
}
