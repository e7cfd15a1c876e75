import type { FieldProps } from "@rjsf/utils";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { isObject } from "./schema-nodes";

type Row = [name: string, text: string];

/** Names with a text each, where the schema leaves the names open: the properties of a CRM's record. */
export function MapField({ fieldPathId, formData, disabled, schema, onChange }: FieldProps) {
  const [kept, keep] = useState<Row[]>([]);
  // Rows without a name yet are no part of the value; another value (an example) brings its own rows.
  const rows = JSON.stringify(valueOf(kept)) === JSON.stringify(formData ?? {}) ? kept : rowsOf(formData);
  const label = schema.title ?? "entry";
  function change(next: Row[]) {
    keep(next);
    const value = valueOf(next);
    onChange(Object.keys(value).length > 0 ? value : undefined, fieldPathId.path);
  }
  const set = (place: number, row: Row) => change(rows.map((each, other) => (other === place ? row : each)));
  return (
    <div id={fieldPathId.$id} role="group" aria-label={label} className="flex flex-col gap-1.5">
      {rows.map(([name, text], place) => (
        <div key={place} className="flex gap-1.5">
          <Input
            aria-label={`${label}: name ${place + 1}`}
            placeholder="name"
            className="font-mono text-xs!"
            autoComplete="off"
            disabled={disabled}
            value={name}
            onChange={({ target }) => set(place, [target.value, text])}
          />
          <Input
            aria-label={`${label}: value ${place + 1}`}
            placeholder="value"
            autoComplete="off"
            disabled={disabled}
            value={text}
            onChange={({ target }) => set(place, [name, target.value])}
          />
          <Button
            look="ghost"
            size="icon"
            aria-label={`Remove ${name || `entry ${place + 1}`}`}
            onClick={() => change(rows.filter((_, other) => other !== place))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" aria-label={`Add to ${label}`} onClick={() => change([...rows, ["", ""]])}>
          <Plus aria-hidden /> Add
        </Button>
      </div>
    </div>
  );
}

function rowsOf(value: unknown): Row[] {
  return isObject(value) ? Object.entries(value).map(([name, text]) => [name, String(text)]) : [];
}

function valueOf(rows: Row[]): Record<string, string> {
  return Object.fromEntries(rows.filter(([name]) => name !== ""));
}
