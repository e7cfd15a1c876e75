"use client";

import { useMemo, useState } from "react";
import type { Selection, SelectionControl } from "./types";

const NONE: Selection = { kind: "rows", keys: new Set() };

/** The selection of one table; empty at first, and again whenever `scope` (the filters as text) is another. */
export function useSelection(scope = ""): SelectionControl {
  const [held, hold] = useState({ scope, value: NONE });
  const value = held.scope === scope ? held.value : NONE;
  return useMemo(
    () => ({ value, change: (next: Selection) => hold({ scope, value: next }) }),
    [scope, value],
  );
}

export function isSelected(selection: Selection, key: string): boolean {
  return selection.kind === "all" || selection.keys.has(key);
}

/** How many are chosen; null when it is "all matching", whose number only the API knows. */
export function selectedCount(selection: Selection): number | null {
  return selection.kind === "all" ? null : selection.keys.size;
}

/** The selection with one row turned; out of "all" it becomes the loaded rows without that one. */
export function toggled(selection: Selection, key: string, loaded: string[]): Selection {
  const keys = new Set(selection.kind === "all" ? loaded : selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { kind: "rows", keys };
}

/** The selection with everything between two rows added. */
export function extended(selection: Selection, from: string, to: string, loaded: string[]): Selection {
  const [start, end] = [loaded.indexOf(from), loaded.indexOf(to)].sort((one, other) => one - other);
  const between = start === undefined || start < 0 ? [to] : loaded.slice(start, (end ?? start) + 1);
  return {
    kind: "rows",
    keys: new Set([...(selection.kind === "all" ? loaded : selection.keys), ...between]),
  };
}
