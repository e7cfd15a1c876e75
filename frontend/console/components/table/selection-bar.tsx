"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";
import { Button } from "../ui/button";
import { selectedCount } from "./selection";
import type { SelectionControl } from "./types";

type SelectionBarProps = {
  selection: SelectionControl;
  /** What one row is, in the plural: `jobs`. */
  noun: string;
  /** Rows that are loaded; with `more` the bar offers everything that the filters match. */
  loaded: number;
  more?: boolean;
  /** Buttons for what is selected. */
  children: ReactNode;
};

/** What can be done with the selected rows; nothing while none is. Put it above the DataTable. */
export function SelectionBar({ selection, noun, loaded, more, children }: SelectionBarProps) {
  const count = selectedCount(selection.value);
  if (count === 0) return null;
  return (
    <div
      role="region"
      aria-label="Selection"
      className="flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-1.5"
    >
      <span aria-live="polite" className="font-medium">
        {count === null ? `All matching ${noun}` : `${formatCount(count)} ${noun}`} selected
      </span>
      {count === loaded && more && (
        <Button look="ghost" size="small" onClick={() => selection.change({ kind: "all" })}>
          Select all matching
        </Button>
      )}
      <div className="ml-auto flex flex-wrap gap-2">{children}</div>
      <Button
        look="ghost"
        size="icon"
        aria-label="Clear the selection"
        onClick={() => selection.change({ kind: "rows", keys: new Set() })}
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}
