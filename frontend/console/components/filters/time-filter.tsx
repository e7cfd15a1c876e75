"use client";

import { CalendarClock, ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { formatForInput, formatInstant } from "@/lib/format";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

const PRESETS = [
  ["15m", "Last 15 minutes"],
  ["1h", "Last hour"],
  ["6h", "Last 6 hours"],
  ["24h", "Last 24 hours"],
  ["7d", "Last 7 days"],
  ["30d", "Last 30 days"],
] as const;

type TimeFilterProps = { label: string; value: string | null; onChange: (value: string | null) => void };

/** A span of time: the last so many hours, or from and to in the viewer's zone. */
export function TimeFilter({ label, value, onChange }: TimeFilterProps) {
  const [open, setOpen] = useState(false);
  function choose(next: string | null) {
    onChange(next);
    setOpen(false);
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" className={value ? "border-accent!" : ""}>
          <CalendarClock aria-hidden className="text-faint" />
          <span className="text-muted">{label}</span>
          {value && <span>{words(value)}</span>}
          <ChevronDown aria-hidden className="text-faint" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex w-72 flex-col gap-1 rounded-lg border bg-surface p-2 shadow-pop"
        >
          <Button look="ghost" size="small" className="justify-start" onClick={() => choose(null)}>
            Any time
          </Button>
          {PRESETS.map(([preset, text]) => (
            <Button
              key={preset}
              look="ghost"
              size="small"
              aria-pressed={value === preset}
              className="justify-start aria-pressed:bg-accent-soft aria-pressed:text-fg"
              onClick={() => choose(preset)}
            >
              {text}
            </Button>
          ))}
          <Custom key={value} value={value} onChange={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Custom({ value, onChange }: Omit<TimeFilterProps, "label">) {
  const [first = "", second = ""] = value?.includes("..") ? value.split("..") : [];
  const [from, setFrom] = useState(minutes(first));
  const [to, setTo] = useState(minutes(second));
  return (
    <form
      className="mt-1 flex flex-col gap-2 border-t px-1 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(from || to ? `${utc(from)}..${utc(to)}` : null);
      }}
    >
      <Field label="From">
        <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label="To">
        <Input type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button type="submit" size="small">
        Apply
      </Button>
    </form>
  );
}

function words(value: string): string {
  const preset = PRESETS.find(([each]) => each === value);
  if (preset) return preset[1].toLowerCase();
  const [from, to] = value.split("..");
  const shown = (text: string | undefined) => (text ? formatInstant(Date.parse(text)) : "");
  if (from && to) return `${shown(from)} – ${shown(to)}`;
  return from ? `since ${shown(from)}` : `until ${shown(to)}`;
}

function utc(typed: string): string {
  return typed ? new Date(typed).toISOString() : "";
}

function minutes(text: string): string {
  return formatForInput(Date.parse(text)).slice(0, 16);
}
