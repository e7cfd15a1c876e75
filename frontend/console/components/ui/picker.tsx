"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { use, useEffect, useState, type ReactElement, type ReactNode } from "react";
import { cn } from "@/lib/cn";
import { InDialog } from "./in-dialog";

export type PickerProps<Item> = {
  /** What is picked: `Connection`. */
  label: string;
  /** The picked one as it is shown; null while none is. */
  picked?: ReactNode | null;
  placeholder?: string;
  /** A button that shows it, in place of the usual box. */
  trigger?: ReactElement;
  items: Item[];
  itemKey: (item: Item) => string;
  render: (item: Item) => ReactNode;
  isPicked: (item: Item) => boolean;
  onPick: (item: Item) => void;
  /** The search is the API's: it knows more than what is loaded. */
  onSearch: (text: string) => void;
  pending?: boolean;
  more?: () => void;
  disabled?: boolean;
  id?: string;
  "aria-describedby"?: string;
};

const PAUSE_MS = 200;

/** One of many, found by typing; for lists that are too long for a Select. Inside a Field it takes its label from there. */
export function Picker<Item>(props: PickerProps<Item>) {
  const { label, picked = null, placeholder, trigger, disabled, id } = props;
  const [open, setOpen] = useState(false);
  const inDialog = use(InDialog);
  return (
    <Popover.Root open={open} onOpenChange={setOpen} modal={inDialog}>
      {trigger ? (
        <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      ) : (
        <Popover.Trigger
          id={id}
          disabled={disabled}
          aria-describedby={props["aria-describedby"]}
          className="flex min-h-8 w-full items-center gap-2 rounded-md border border-control bg-surface px-2.5 py-1 text-left hover:border-muted disabled:opacity-50"
        >
          <span className={cn("min-w-0 flex-1", picked === null && "text-faint")}>
            {picked ?? placeholder}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </Popover.Trigger>
      )}
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="z-50 w-(--radix-popover-trigger-width) min-w-72 overflow-hidden rounded-lg border bg-surface shadow-pop"
        >
          <Choices {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices<Item>(props: PickerProps<Item> & { close: () => void }) {
  const { label, items, itemKey, render, isPicked, onPick, onSearch, pending, more, close } = props;
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  const option = "flex cursor-default items-start gap-2 rounded-md px-2 py-1.5 data-[selected=true]:bg-hover";
  return (
    <Command shouldFilter={false} label={label}>
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder="Type to search"
        className="h-9 w-full border-b bg-transparent px-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-80 overflow-y-auto p-1" label={label}>
        {items.length === 0 && (
          <div role="presentation" className="px-3 py-6 text-center text-muted">
            {pending ? "Searching …" : `Nothing is called “${text}”.`}
          </div>
        )}
        {items.map((item) => (
          <Command.Item
            key={itemKey(item)}
            value={itemKey(item)}
            className={option}
            onSelect={() => {
              onPick(item);
              close();
            }}
          >
            <Check aria-hidden className={cn("mt-1 size-3.5 shrink-0", !isPicked(item) && "invisible")} />
            <div className="min-w-0 flex-1">{render(item)}</div>
          </Command.Item>
        ))}
        {more && (
          <Command.Item value=" more" className={cn(option, "text-accent")} onSelect={more}>
            Show more
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
