"use client";

import { SlidersHorizontal } from "lucide-react";
import { useMemo } from "react";
import { useStored } from "@/lib/stored";
import { Button } from "../ui/button";
import { Menu, MenuCheck, MenuLabel } from "../ui/menu";
import type { Column } from "./types";

type Choice = Record<string, boolean>;
const NO_CHOICE: Choice = {};

/** Which columns are shown, as this browser's user chose. */
export function useColumns<Row>(label: string, columns: Column<Row>[]) {
  const [choice, store] = useStored<Choice>(`columns.${label.toLowerCase().replaceAll(" ", "-")}`, NO_CHOICE);
  return useMemo(() => {
    const hidden = (column: Column<Row>) => !column.fixed && !(choice[column.id] ?? !column.optional);
    return {
      shown: columns.filter((column) => !hidden(column)),
      hidden,
      toggle: (column: Column<Row>) => store({ ...choice, [column.id]: hidden(column) }),
    };
  }, [choice, store, columns]);
}

type ColumnMenuProps<Row> = {
  columns: Column<Row>[];
  hidden: (column: Column<Row>) => boolean;
  toggle: (column: Column<Row>) => void;
};

/** Chooses the columns; in the table's corner. */
export function ColumnMenu<Row>({ columns, hidden, toggle }: ColumnMenuProps<Row>) {
  const trigger = (
    <Button
      look="ghost"
      size="icon"
      aria-label="Columns"
      className="absolute top-0.5 right-0.5 z-20 bg-surface phone:hidden"
    >
      <SlidersHorizontal aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuLabel>Columns</MenuLabel>
      {columns
        .filter((column) => !column.fixed)
        .map((column) => (
          <MenuCheck key={column.id} checked={!hidden(column)} onCheckedChange={() => toggle(column)}>
            {column.header}
          </MenuCheck>
        ))}
    </Menu>
  );
}
