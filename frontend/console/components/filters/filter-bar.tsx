"use client";

import { ChevronDown, X } from "lucide-react";
import { Button } from "../ui/button";
import { Menu, MenuCheck } from "../ui/menu";
import { SavedViews } from "./saved-views";
import { TextFilter } from "./text-filter";
import { TimeFilter } from "./time-filter";
import type { Filter, FilterControl, Option } from "./use-filters";

type FilterBarProps = {
  /** What useFilters gave. */
  control: FilterControl;
  /** Names the page's saved views in this browser: `jobs`. */
  name: string;
};

/** The filters of a list, with the views that were saved of them. */
export function FilterBar({ control, name }: FilterBarProps) {
  return (
    <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {Object.entries(control.filters).map(([key, filter]) => (
        <One key={key} name={key} filter={filter} control={control} />
      ))}
      {control.active > 0 && (
        <Button look="ghost" size="small" onClick={control.clear}>
          <X aria-hidden /> Clear
        </Button>
      )}
      <div className="ml-auto">
        <SavedViews name={name} />
      </div>
    </div>
  );
}

type OneProps = { name: string; filter: Filter; control: FilterControl };

function One({ name, filter, control }: OneProps) {
  const value = control.values[name] ?? null;
  const set = (next: string | string[] | null) => control.set(name, next);
  switch (filter.kind) {
    case "text":
      return <TextFilter filter={filter} value={typeof value === "string" ? value : null} onChange={set} />;
    case "time":
      return (
        <TimeFilter label={filter.label} value={typeof value === "string" ? value : null} onChange={set} />
      );
    case "select":
      return (
        <Choice
          label={filter.label}
          options={filter.options}
          chosen={value ? [String(value)] : []}
          single
          onChange={(next) => set(next.at(-1) ?? null)}
        />
      );
    case "pick":
      return (
        <filter.Pick label={filter.label} value={typeof value === "string" ? value : null} onChange={set} />
      );
    case "multi":
      return (
        <Choice
          label={filter.label}
          options={filter.options}
          chosen={Array.isArray(value) ? value : []}
          onChange={set}
        />
      );
  }
}

type ChoiceProps = {
  label: string;
  options: Option[];
  chosen: string[];
  single?: boolean;
  onChange: (chosen: string[]) => void;
};

function Choice({ label, options, chosen, single, onChange }: ChoiceProps) {
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const words = names.length > 2 ? `${names.length} chosen` : names.join(", ");
  const trigger = (
    <Button size="small" className={chosen.length > 0 ? "border-accent!" : ""}>
      <span className="text-muted">{label}</span>
      {words && <span className="max-w-40 truncate">{words}</span>}
      <ChevronDown aria-hidden className="text-faint" />
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      {options.map(({ value, label: text }) => {
        const on = chosen.includes(value);
        const rest = single ? [] : chosen.filter((each) => each !== value);
        return (
          <MenuCheck key={value} checked={on} onCheckedChange={() => onChange(on ? rest : [...rest, value])}>
            {text}
          </MenuCheck>
        );
      })}
      {options.length === 0 && <p className="px-2 py-1.5 text-sm text-muted">Nothing to choose from.</p>}
    </Menu>
  );
}
