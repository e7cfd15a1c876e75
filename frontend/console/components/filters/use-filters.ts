"use client";

import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo, type ComponentType } from "react";
import type { PickProps } from "./pick-filter";

export type Option = { value: string; label: string };

/** One filter of a FilterBar; its place in the record is its name in the address. `pick`: an id of one of many things. */
export type Filter =
  | { kind: "text"; label: string; placeholder?: string }
  | { kind: "select"; label: string; options: Option[] }
  | { kind: "multi"; label: string; options: Option[] }
  | { kind: "pick"; label: string; Pick: ComponentType<PickProps> }
  | { kind: "time"; label: string };

type Value<Each extends Filter> = Each["kind"] extends "multi" ? string[] : string | null;

/** Values by name: a list for `multi`, else a text or null. A time is `1h` or `<from>..<to>` (RFC 3339, either may be empty). */
export type FilterValues<Filters extends Record<string, Filter>> = {
  [Name in keyof Filters]: Value<Filters[Name]>;
};

/** The filters' state, which is the address: a link shows what its sender saw. What cannot be read counts as not set. */
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
  const [address, set] = useQueryStates(parsers, { history: "replace" });
  const state = Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => [name, readable(filter, address[name] ?? null)]),
  );
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

/* A chip for what the list does not go by would say that it does. */
function readable(filter: Filter, value: string | string[] | null): string | string[] | null {
  switch (filter.kind) {
    case "text":
    case "pick":
      return value;
    case "time":
      return typeof value === "string" && readTime(value) ? value : null;
    case "select":
      return filter.options.some((option) => option.value === value) ? value : null;
    case "multi": {
      const chosen = Array.isArray(value) ? value : [];
      return chosen.filter((each) => filter.options.some((option) => option.value === each));
    }
  }
}

const SPANS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_MS = 100 * 365 * 86_400_000;
/* What RFC 3339 can write. */
const END = Date.UTC(10_000, 0, 1);

type Time = { spanMs: number } | { from: string | null; to: string | null };

/** What a time filter's value means, as `{from, to}` in RFC 3339; null for an open side. nowMs: for `1h` and the like. */
export function resolveTime(value: string | null, nowMs: number): { from: string | null; to: string | null } {
  const time = readTime(value ?? "");
  if (!time) return { from: null, to: null };
  return "spanMs" in time ? { from: new Date(nowMs - time.spanMs).toISOString(), to: null } : time;
}

/** Null for what is no time. */
function readTime(value: string): Time | null {
  const span = /^(\d+)([mhd])$/.exec(value);
  if (span) {
    const spanMs = Number(span[1]) * (SPANS[span[2] ?? ""] ?? 0);
    return spanMs > 0 && spanMs <= LONGEST_MS ? { spanMs } : null;
  }
  const sides = value.split("..");
  const [from, to] = sides.map((side) => (side === "" ? null : instant(side)));
  if (sides.length !== 2 || from === undefined || to === undefined || (from === null && to === null))
    return null;
  return { from, to };
}

/** Undefined for what is no instant. */
function instant(text: string): string | undefined {
  const at = Date.parse(text);
  return at >= 0 && at < END ? new Date(at).toISOString() : undefined;
}
