"use client";

import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";

export type Option = { value: string; label: string };

/** One filter of a FilterBar; its place in the record is its name in the address. */
export type Filter =
  | { kind: "text"; label: string; placeholder?: string }
  | { kind: "select"; label: string; options: Option[] }
  | { kind: "multi"; label: string; options: Option[] }
  | { kind: "time"; label: string };

type Value<Each extends Filter> = Each["kind"] extends "multi" ? string[] : string | null;

/** Values by name: a list for `multi`, else a text or null. A time is `1h` or `<from>..<to>` (RFC 3339, either may be empty). */
export type FilterValues<Filters extends Record<string, Filter>> = {
  [Name in keyof Filters]: Value<Filters[Name]>;
};

/** The filters' state, which is the address: a link shows what its sender saw. */
export function useFilters<const Filters extends Record<string, Filter>>(filters: Filters) {
  const shape = Object.entries(filters)
    .map(([name, filter]) => `${name}:${filter.kind}`)
    .join(",");
  const parsers = useMemo(
    () =>
      Object.fromEntries(
        shape.split(",").map((each) => {
          const [name = "", kind] = each.split(":");
          return [
            name,
            kind === "multi" ? parseAsArrayOf(parseAsString).withDefault([]) : parseAsString,
          ] as const;
        }),
      ),
    [shape],
  );
  const [state, set] = useQueryStates(parsers, { history: "replace" });
  const values = state as FilterValues<Filters>;
  const active = Object.values(state).filter((value) => value !== null && value.length > 0).length;
  return {
    filters,
    values,
    /** How many filters are set. */
    active,
    // Methods, for TypeScript then lets a FilterBar take the control of any filters.
    set(name: keyof Filters & string, value: string | string[] | null) {
      void set({ [name]: value === null || value.length === 0 ? null : value });
    },
    clear: () => void set(null),
    /** The same for the same values: for useSelection and query keys. */
    scope: JSON.stringify(state),
  };
}

export type FilterControl = ReturnType<typeof useFilters>;

const SPANS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** What a time filter's value means, as `{from, to}` in RFC 3339; null for an open side. nowMs: for `1h` and the like. */
export function resolveTime(value: string | null, nowMs: number): { from: string | null; to: string | null } {
  if (!value) return { from: null, to: null };
  const span = /^(\d+)([mhd])$/.exec(value);
  if (span) {
    const ms = Number(span[1]) * (SPANS[span[2] ?? ""] ?? 0);
    return { from: new Date(nowMs - ms).toISOString(), to: null };
  }
  const [from = "", to = ""] = value.split("..");
  return { from: instant(from), to: instant(to) };
}

function instant(text: string): string | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
