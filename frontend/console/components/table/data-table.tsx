"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { usePhone } from "@/lib/use-media";
import { ProblemNotice } from "../ui/problem-notice";
import { ColumnMenu, useColumns } from "./columns";
import { FreshPill } from "./fresh-pill";
import { HeaderRow } from "./header-row";
import { DataRow } from "./data-row";
import { isSelected } from "./selection";
import { SkeletonRows } from "./skeleton-rows";
import { useTableKeys } from "./use-table-keys";
import type { Column, Loading, SelectionControl } from "./types";

export type DataTableProps<Row> = {
  /** Names the table for screen readers and, in this browser, its columns: `Jobs`. */
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** An infinite query's result; its next page is fetched while one scrolls. */
  loading?: Loading;
  /** The page of a row: Enter and a click on the row go there. */
  href?: (row: Row) => string;
  selection?: SelectionControl;
  /** Shown when there are no rows: an EmptyState. */
  empty: ReactNode;
  /** Rows that came since; a pill shows them on demand. */
  fresh?: { count: number; show: () => void };
  /** Told the first and the last place in view, and a little beyond, whenever they are others. */
  onShown?: (first: number, last: number) => void;
};

const ROW_PX = 36;
const CARD_PX = 96;
const AHEAD = 20;

/** A list of any length: only the rows in view are in the document. Fills its parent, which needs a height (`<Page fill>`). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, loading = {}, selection, href, empty, fresh, onShown } = props;
  const phone = usePhone();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const { shown, hidden, toggle } = useColumns(label, props.columns);
  // With another function the virtualizer would measure every row anew, at each scrolled pixel.
  const getItemKey = useCallback(
    (place: number) => {
      const row = rows[place];
      return row === undefined ? place : rowKey(row);
    },
    [rows, rowKey],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- its result is used here only, never handed to a memo
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? CARD_PX : ROW_PX),
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
    getItemKey,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShown?.(first, last), [onShown, first, last]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = loading;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - AHEAD) fetchNextPage?.();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  useEffect(() => virtual.measure(), [phone, virtual]);

  const keys = useTableKeys({
    rows,
    rowKey,
    href,
    selection,
    active,
    setActive,
    reveal: (place) => virtual.scrollToIndex(place),
  });
  const tracks = [
    selection ? "32px" : "",
    ...shown.map((column) => column.width ?? "minmax(140px, 1fr)"),
  ].join(" ");
  const style = useMemo(() => ({ gridTemplateColumns: tracks }), [tracks]);
  const skeleton = { columns: shown.length + (selection ? 1 : 0), style, phone };
  const nothing = rows.length === 0;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col rounded-lg border bg-surface">
      <ColumnMenu columns={props.columns} hidden={hidden} toggle={toggle} />
      {fresh && fresh.count > 0 && (
        <FreshPill
          count={fresh.count}
          onShow={() => (fresh.show(), scroller.current?.scrollTo({ top: 0 }))}
        />
      )}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-busy={loading.isPending || undefined}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        className="min-h-40 flex-1 overflow-auto rounded-lg focus-visible:outline-offset-[-2px]"
      >
        <HeaderRow columns={shown} style={style} selection={selection} keys={keys.loaded} phone={phone} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <DataRow
                key={key}
                ref={phone ? virtual.measureElement : undefined}
                id={`${id}-${item.index}`}
                place={item.index}
                top={item.start}
                row={row}
                columns={shown}
                style={style}
                phone={phone}
                href={href?.(row)}
                active={item.index === active}
                selected={selection ? isSelected(selection.value, key) : undefined}
                onSelect={keys.select}
              />
            );
          })}
        </div>
        {isFetchingNextPage && <SkeletonRows count={3} {...skeleton} />}
      </div>
      {nothing && (
        <div className="absolute inset-x-0 top-9 bottom-0 overflow-auto">
          {loading.error ? (
            <div className="p-4">
              <ProblemNotice problem={loading.error} onRetry={() => loading.refetch?.()} />
            </div>
          ) : loading.isPending ? (
            <SkeletonRows count={12} {...skeleton} />
          ) : (
            empty
          )}
        </div>
      )}
    </div>
  );
}
