"use client";

import type { CSSProperties } from "react";
import { cn } from "@/lib/cn";
import { selectedCount } from "./selection";
import type { Column, SelectionControl } from "./types";

type HeaderRowProps<Row> = {
  columns: Column<Row>[];
  style: CSSProperties;
  selection?: SelectionControl;
  /** Keys of the loaded rows: what the box in the corner chooses. */
  keys: string[];
  phone: boolean;
};

/** The names of the columns; stays in view. On a phone only the box that chooses all. */
export function HeaderRow<Row>({ columns, style, selection, keys, phone }: HeaderRowProps<Row>) {
  const count = selection ? selectedCount(selection.value) : 0;
  const all = count === null || (keys.length > 0 && count === keys.length);
  return (
    <div role="rowgroup" className={cn("sticky top-0 z-10", phone && !selection && "sr-only")}>
      <div
        role="row"
        aria-rowindex={1}
        style={phone ? undefined : style}
        className="grid h-9 items-center gap-3 rounded-t-lg border-b bg-surface pr-10 pl-3 text-xs font-medium text-muted"
      >
        {selection && (
          <span role="columnheader" className="flex items-center gap-2">
            <input
              type="checkbox"
              aria-label="Select all loaded rows"
              checked={all}
              ref={(box) => {
                if (box) box.indeterminate = !all && count !== 0;
              }}
              onChange={() => selection.change({ kind: "rows", keys: new Set(all ? [] : keys) })}
              className="size-3.5 accent-accent"
            />
            {phone && <span aria-hidden>Select all loaded</span>}
          </span>
        )}
        {columns.map((column) => (
          <span
            key={column.id}
            role="columnheader"
            className={cn("truncate", phone && "sr-only", column.align === "end" && "text-right")}
          >
            {column.header}
          </span>
        ))}
      </div>
    </div>
  );
}
