"use client";

import type { EventTypeSummary } from "@hub/client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { words } from "./state";

type EventTypesProps = {
  value: string;
  onChange: (value: string) => void;
  known: EventTypeSummary[];
  problem: unknown;
};

/** Event types to type or to click: the registered ones and their groups (`order.*`). */
export function EventTypes({ value, onChange, known, problem }: EventTypesProps) {
  const chosen = words(value);
  const offers = suggestions(
    known.filter((type) => !type.deprecated_at).map((type) => type.name),
    chosen,
  );
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Event types"
        optional
        hint="order.paid, job.*; empty for every type."
        problem={problem}
        path="body.event_types"
      >
        <Textarea
          rows={2}
          className="font-mono text-xs"
          placeholder="every type"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div
        className="flex max-h-20 flex-wrap gap-1 overflow-y-auto in-disabled:hidden"
        aria-label="Known event types"
        role="group"
      >
        {offers.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => onChange([...chosen, name].join("\n"))}
            className="h-6 rounded-full border px-2 font-mono text-xs text-muted hover:bg-hover hover:text-fg"
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Groups with several types, then the types, without what the chosen ones already cover. */
export function suggestions(names: string[], chosen: string[]): string[] {
  const groups = names.map((name) => `${name.split(".")[0] ?? name}.*`);
  const several = [...new Set(groups.filter((group, place) => groups.indexOf(group) !== place))];
  const covered = (name: string) =>
    chosen.some(
      (pattern) => pattern === name || (pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1))),
    );
  return [...several, ...names].filter((name) => !covered(name));
}
