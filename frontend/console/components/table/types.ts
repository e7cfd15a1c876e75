import type { ReactNode } from "react";

/** One column of a DataTable. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A track of CSS grid: `120px`, `minmax(160px, 1fr)` (the default). */
  width?: string;
  align?: "end";
  /** On a phone, where a row is a card: its first line, a line of its own (the default), or not shown. */
  phone?: "title" | "line" | "hide";
  /** Not shown until chosen in the column menu. */
  optional?: boolean;
  /** Always shown. */
  fixed?: boolean;
};

/** The chosen rows: these, or everything that the filters match, loaded or not. */
export type Selection = { kind: "rows"; keys: ReadonlySet<string> } | { kind: "all" };

/** What useSelection gives to a DataTable and a SelectionBar. */
export type SelectionControl = { value: Selection; change: (value: Selection) => void };

/** The part of an infinite query that a DataTable uses; a plain list gives `{}`. */
export type Loading = {
  isPending?: boolean;
  isFetchingNextPage?: boolean;
  hasNextPage?: boolean;
  fetchNextPage?: () => unknown;
  error?: unknown;
  refetch?: () => unknown;
};
