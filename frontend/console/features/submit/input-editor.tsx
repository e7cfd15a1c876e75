"use client";

import type { OperationOut } from "@hub/client";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { drawnSchema } from "@/components/schema-form/drawn-schema";
import { isObject, type JsonSchema } from "@/components/schema-form/schema-nodes";
import type { Issue } from "@/components/schema-form/issues";
import { placeName, withoutEmpty } from "@/components/schema-form/values";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Button } from "@/components/ui/button";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";

// As large as everything else on the page, and not needed before an operation is chosen.
const SchemaForm = dynamic(
  () => import("@/components/schema-form/schema-form").then((module) => module.SchemaForm),
  { ssr: false, loading: () => <SkeletonBlock height={160} /> },
);

/** The input while it is written. `text`: as JSON, when it was last written so. */
export type Draft = { value: JsonSchema; text: string | null };

/** The input as it would be sent, or what hinders it. */
export function readDraft(
  { value, text }: Draft,
  schema: JsonSchema,
): { input: JsonSchema } | { error: string } {
  if (text === null) return { input: withoutEmpty(value, drawnSchema(schema).schema as JsonSchema) };
  try {
    const input: unknown = text.trim() === "" ? {} : JSON.parse(text);
    return isObject(input) ? { input } : { error: "The input must be an object: { … }." };
  } catch (error) {
    return { error: `Is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}` };
  }
}

type InputEditorProps = {
  operation: OperationOut;
  draft: Draft;
  onChange: (draft: Draft) => void;
  issues: Issue[];
};

/** The input as a form or as JSON; both are the same value. */
export function InputEditor({ operation, draft, onChange, issues }: InputEditorProps) {
  const [raw, setRaw] = useState(draft.text !== null);
  const schema: JsonSchema = operation.input;
  const read = useMemo(() => readDraft(draft, schema), [draft, schema]);
  const broken = "error" in read ? read.error : null;
  const shape = (
    <div className="flex items-center gap-2 border-b px-4 py-1.5">
      <h2 className="flex-1 text-sm font-semibold">Input</h2>
      <Examples operation={operation} onPick={(value) => onChange({ value, text: null })} />
      <div role="group" aria-label="Write the input as" className="flex rounded-md border">
        <Choice on={!raw} label="Form" onClick={() => setRaw(false)} />
        <Choice on={raw} label="JSON" onClick={() => setRaw(true)} />
      </div>
    </div>
  );
  return (
    <div className="rounded-lg border bg-surface">
      {shape}
      <div className="p-4">
        {raw ? (
          <Raw draft={draft} read={read} onChange={onChange} issues={issues} />
        ) : broken ? (
          <p className="text-bad">{broken} Mend it under JSON first.</p>
        ) : drawsNothing(schema) ? (
          <p className="text-muted">The operation needs no input.</p>
        ) : (
          <SchemaForm
            schema={schema}
            value={draft.value}
            issues={issues}
            onChange={(value) => onChange({ value, text: null })}
          />
        )}
      </div>
    </div>
  );
}

function drawsNothing(schema: JsonSchema): boolean {
  const { properties = {}, oneOf } = drawnSchema(schema).schema;
  return Object.keys(properties).length === 0 && !oneOf;
}

function Choice({ on, label, onClick }: { on: boolean; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cn(
        "h-6.5 px-2.5 text-xs first:rounded-l-md last:rounded-r-md",
        on ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-hover",
      )}
    >
      {label}
    </button>
  );
}

function Examples({ operation, onPick }: { operation: OperationOut; onPick: (value: JsonSchema) => void }) {
  if (operation.examples.length === 0) return null;
  const trigger = (
    <Button look="ghost" size="small">
      Fill with an example
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {operation.examples.map((example, place) => (
        <MenuItem key={place} onSelect={() => onPick(example)}>
          <code className="max-w-72 truncate font-mono text-xs">{JSON.stringify(example)}</code>
        </MenuItem>
      ))}
    </Menu>
  );
}

type RawProps = {
  draft: Draft;
  read: ReturnType<typeof readDraft>;
  onChange: (draft: Draft) => void;
  issues: Issue[];
};

function Raw({ draft, read, onChange, issues }: RawProps) {
  const text = draft.text ?? ("input" in read ? JSON.stringify(read.input, null, 2) : "");
  const wrong =
    "error" in read
      ? read.error
      : issues.map(({ path, message }) => [placeName(path), message].filter(Boolean).join(": ")).join("\n");
  function change(next: string) {
    const parsed = readDraft({ value: {}, text: next }, {});
    onChange({ text: next, value: "input" in parsed ? parsed.input : draft.value });
  }
  return (
    <Field
      label="Input as JSON"
      error={wrong || null}
      hint="As the operation’s schema says; sent as it stands."
    >
      <Textarea
        rows={Math.min(24, Math.max(8, text.split("\n").length + 1))}
        spellCheck={false}
        className="font-mono text-xs!"
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}
