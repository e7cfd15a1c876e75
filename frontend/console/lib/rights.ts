"use client";

import { useGetMe } from "@hub/client/react";
import { createContext, use } from "react";

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

/** The role that the session began with: what is shown until the hub has said what it is now. */
export const RoleContext = createContext<string | null>(null);

/**
 * Why whoever is signed in may not do something; null when they may, when nothing is asked for, and while it is not known.
 *
 * For telling early: the hub decides at each call.
 */
export function useLack(right: Right | undefined): string | null {
  const me = useGetMe({ query: { enabled: right !== undefined, staleTime: 60_000 } });
  const begun = use(RoleContext);
  if (right === undefined) return null;
  const least = right.endsWith(":write") ? "operator" : "admin";
  const scopes = me.data?.scopes ?? [];
  const role = me.data ? me.data.role : begun;
  const may = me.data ? scopes.includes("*") || scopes.includes(right) : role === "admin" || role === least;
  if (may || role === null) return null;
  return `Your role is ${role}; this takes ${least}. An admin of the tenant can change your role.`;
}
