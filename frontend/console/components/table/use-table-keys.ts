"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useHotkeys } from "@/lib/use-hotkeys";
import { extended, toggled } from "./selection";
import type { SelectionControl } from "./types";

type TableKeysOptions<Row> = {
  rows: Row[];
  rowKey: (row: Row) => string;
  href?: (row: Row) => string;
  selection?: SelectionControl;
  active: number;
  setActive: (place: number) => void;
  reveal: (place: number) => void;
};

/** `j` and `k` move, Enter opens, `x` selects, `X` selects up to here. */
export function useTableKeys<Row>(options: TableKeysOptions<Row>) {
  const { rows, rowKey, href, selection, active, setActive, reveal } = options;
  const router = useRouter();
  const anchor = useRef<string | null>(null);
  const loaded = useMemo(() => rows.map(rowKey), [rows, rowKey]);

  function move(by: number) {
    if (rows.length === 0) return;
    const place = Math.max(0, Math.min(rows.length - 1, active + by));
    setActive(place);
    reveal(place);
  }
  function select(place: number, range: boolean) {
    const key = loaded[place];
    if (key === undefined || !selection) return;
    const from = range ? anchor.current : null;
    selection.change(
      from === null ? toggled(selection.value, key, loaded) : extended(selection.value, from, key, loaded),
    );
    anchor.current = key;
  }
  function open() {
    const row = rows[active];
    if (row !== undefined && href) router.push(href(row));
  }

  useHotkeys("List", [
    { keys: "j", label: "Next row", run: () => move(1) },
    { keys: "k", label: "Previous row", run: () => move(-1) },
    ...(href ? [{ keys: "Enter", label: "Open the row", run: open }] : []),
    ...(selection
      ? [
          { keys: "x", label: "Select the row", run: () => select(active, false) },
          { keys: "X", label: "Select up to the row", run: () => select(active, true) },
        ]
      : []),
  ]);
  // One function for good: rows that have not changed are then not rendered again.
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });
  return { loaded, select: useCallback((place: number, range: boolean) => latest.current(place, range), []) };
}
