"use client";

import { useRouter } from "next/navigation";
import { memo, type CSSProperties, type MouseEvent, type Ref } from "react";
import { cn } from "@/lib/cn";
import type { Column } from "./types";

type DataRowProps<Row> = {
  ref?: Ref<HTMLDivElement>;
  id: string;
  place: number;
  top: number;
  row: Row;
  columns: Column<Row>[];
  style: CSSProperties;
  phone: boolean;
  href?: string;
  active: boolean;
  selected?: boolean;
  onSelect: (place: number, range: boolean) => void;
};

/** One row, or on a phone one card. Rendered anew only when something of it is another: scrolling moves others in and out. */
export const DataRow = memo(Row) as typeof Row;

function Row<Row>(props: DataRowProps<Row>) {
  const { ref, id, place, top, row, columns, style, phone, href, active, selected, onSelect } = props;
  const router = useRouter();
  function open(event: MouseEvent) {
    const target = event.target as HTMLElement;
    // Links, buttons and boxes in the row are their own; so is marking text.
    if (!href || target.closest("a, button, input, label") || window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank", "noopener");
    else router.push(href);
  }
  return (
    <div
      ref={ref}
      id={id}
      data-index={place}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-active={active || undefined}
      onClick={open}
      style={{ transform: `translateY(${top}px)`, ...(phone ? {} : style) }}
      className={cn(
        "absolute inset-x-0 top-0 border-b px-3",
        phone ? "flex gap-3 py-2.5" : "grid h-9 items-center gap-3 pr-10!",
        href && "cursor-pointer hover:bg-hover",
        selected && "bg-accent-soft",
        active && !selected && "bg-hover",
        active && "shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      {selected !== undefined && (
        <span role="gridcell" className={cn("flex items-center", phone && "h-5")}>
          <input
            type="checkbox"
            aria-label={`Select row ${place + 1}`}
            tabIndex={active ? 0 : -1}
            checked={selected}
            onChange={(event) =>
              onSelect(place, (event.nativeEvent as globalThis.MouseEvent).shiftKey === true)
            }
            className="size-3.5 accent-accent"
          />
        </span>
      )}
      {phone ? <Card row={row} columns={columns} /> : <Cells row={row} columns={columns} />}
    </div>
  );
}

function Cells<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return columns.map((column) => (
    <div
      key={column.id}
      role="gridcell"
      className={cn("min-w-0 truncate", column.align === "end" && "text-right")}
    >
      {column.cell(row)}
    </div>
  ));
}

function Card<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  const titles = columns.filter((column) => column.phone === "title");
  const lines = columns.filter((column) => column.phone === undefined || column.phone === "line");
  return (
    <div role="gridcell" className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex min-w-0 items-center justify-between gap-2 font-medium">
        {titles.map((column) => (
          <div key={column.id} className="min-w-0 truncate">
            {column.cell(row)}
          </div>
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted">
        {lines.map((column) => (
          <div key={column.id} className="flex min-w-0 items-center gap-1.5">
            <dt className="text-faint">{column.header}</dt>
            <dd className="min-w-0 truncate">{column.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
