"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Picker, type PickerProps } from "../ui/picker";

/** What a filter of the kind `pick` gets: the id that is set, and the way to set another or none. */
export type PickProps = { label: string; value: string | null; onChange: (value: string | null) => void };

type PickFilterProps<Item> = PickProps &
  Pick<PickerProps<Item>, "items" | "render" | "onSearch" | "pending" | "more"> & {
    /** The chosen one's name. */
    name: ReactNode;
  };

/** A filter by one of many things, which the API searches. Picking the chosen one again takes the filter away. */
export function PickFilter<Item extends { id: string }>(props: PickFilterProps<Item>) {
  const { label, value, onChange, name, ...found } = props;
  return (
    <Picker
      {...found}
      label={label}
      trigger={
        <Button size="small" className={value ? "border-accent!" : ""}>
          <span className="text-muted">{label}</span>{" "}
          {value && <span className="max-w-40 truncate">{name}</span>}
          <ChevronDown aria-hidden className="text-faint" />
        </Button>
      }
      itemKey={(item) => item.id}
      isPicked={(item) => item.id === value}
      onPick={(item) => onChange(item.id === value ? null : item.id)}
    />
  );
}
