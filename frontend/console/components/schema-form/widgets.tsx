import { ariaDescribedByIds, type FieldProps, type RegistryWidgetsType, type WidgetProps } from "@rjsf/utils";
import { useState } from "react";
import { Select, Textarea } from "../ui/input";
import { MapField } from "./map-field";

function SelectWidget({ id, value, options, required, disabled, rawErrors, onChange }: WidgetProps) {
  const choices = options.enumOptions ?? [];
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <Select
      id={id}
      disabled={disabled}
      value={chosen < 0 ? "" : chosen}
      aria-required={required || undefined}
      aria-invalid={rawErrors && rawErrors.length > 0 ? true : undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) =>
        onChange(target.value === "" ? undefined : choices[Number(target.value)]?.value)
      }
    >
      <option value="">{required ? "Choose …" : "–"}</option>
      {choices.map((choice, place) => (
        <option key={choice.label} value={place}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}

function CheckboxesWidget({ id, label, value, options, required, disabled, onChange }: WidgetProps) {
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  // As with other fields: what is left empty is left out, if it may be.
  const change = (next: unknown[]) => onChange(next.length === 0 && !required ? undefined : next);
  return (
    <div
      id={id}
      role="group"
      aria-label={label}
      aria-describedby={ariaDescribedByIds(id)}
      className="flex max-h-60 flex-wrap gap-x-4 gap-y-1 overflow-y-auto"
    >
      {(options.enumOptions ?? []).map((choice) => (
        <label key={choice.label} className="inline-flex items-center gap-1.5">
          <input
            type="checkbox"
            className="accent-(--accent)"
            disabled={disabled}
            checked={chosen.includes(choice.value)}
            onChange={({ target }) => {
              const others = chosen.filter((each) => each !== choice.value);
              change(target.checked ? [...others, choice.value] : others);
            }}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

function TextareaWidget({ id, value, disabled, rawErrors, options, onChange }: WidgetProps) {
  return (
    <Textarea
      id={id}
      disabled={disabled}
      value={typeof value === "string" ? value : ""}
      aria-invalid={rawErrors && rawErrors.length > 0 ? true : undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) => onChange(target.value === "" ? options.emptyValue : target.value)}
    />
  );
}

/** A place without a fixed shape: JSON; what is none is taken as the text that it is. */
function JsonField({ fieldPathId, formData, disabled, rawErrors, onChange }: FieldProps) {
  const [text, setText] = useState<string | null>(null);
  const shown = text !== null && sameValue(readJson(text), formData) ? text : writeJson(formData);
  const id = fieldPathId.$id;
  const plain = text !== null && text.trim() !== "" && !isJson(text);
  return (
    <>
      <Textarea
        id={id}
        rows={Math.min(10, Math.max(1, shown.split("\n").length))}
        spellCheck={false}
        disabled={disabled}
        className="font-mono text-xs!"
        value={shown}
        aria-invalid={rawErrors && rawErrors.length > 0 ? true : undefined}
        aria-describedby={ariaDescribedByIds(id)}
        onChange={({ target }) => {
          setText(target.value);
          onChange(readJson(target.value), fieldPathId.path);
        }}
      />
      {plain && <p className="text-xs text-muted">No JSON: sent as the text that it is.</p>}
    </>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  return isJson(text) ? JSON.parse(text) : text;
}

function writeJson(value: unknown): string {
  if (value === undefined) return "";
  // A text that reads as JSON keeps its quotes, or it would become a number or an object.
  if (typeof value === "string") return isJson(value) ? JSON.stringify(value) : value;
  return JSON.stringify(value, null, 2);
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export const WIDGETS: RegistryWidgetsType = { SelectWidget, CheckboxesWidget, TextareaWidget };
export const FIELDS = { json: JsonField, map: MapField };
