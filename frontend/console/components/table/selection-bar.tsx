"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatMany } from "@/lib/format";
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

/** What can be done with the selected rows; nothing while none is. It floats over the page, so that nothing jumps. */
export function SelectionBar({ selection, noun, loaded, more, children }: SelectionBarProps) {
  const count = selectedCount(selection.value);
  if (count === 0) return null;
  return (
    <div
      role="region"
      aria-label="Selection"
      className="fixed bottom-6 left-1/2 z-30 flex w-max max-w-[calc(100%-1rem)] -translate-x-1/2 flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface py-2 pr-2 pl-4 shadow-pop"
    >
      <span aria-live="polite" className="font-medium">
        {count === null ? `All matching ${noun}` : formatMany(count, noun)} selected
      </span>
      {count === loaded && more && (
        <Button look="ghost" size="small" onClick={() => selection.change({ kind: "all" })}>
          Select all matching
        </Button>
      )}
      <div className="ml-4 flex flex-wrap gap-2">{children}</div>
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
