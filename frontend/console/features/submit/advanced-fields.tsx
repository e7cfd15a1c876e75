"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { type Advanced, readAdvanced } from "./advanced";

type AdvancedFieldsProps = {
  value: Advanced;
  onChange: (value: Advanced) => void;
  /** What the API answered. */
  problem: unknown;
  /** The key that the page made, shown while none is typed. */
  madeKey: string;
};

/** When, how soon, how long and with whom in turn; tags and metadata; the key that makes a repeated submission the same job. */
export function AdvancedFields({ value, onChange, problem, madeKey }: AdvancedFieldsProps) {
  const { errors } = readAdvanced(value);
  const set = (name: keyof Advanced) => (event: { target: { value: string } }) =>
    onChange({ ...value, [name]: event.target.value });
  const line = (name: keyof Advanced, path: string, label: ReactNode, hint: string, rest: object = {}) => (
    <Field label={label} hint={hint} optional error={errors[name]} problem={problem} path={path}>
      <Input autoComplete="off" value={value[name]} onChange={set(name)} {...rest} />
    </Field>
  );
  return (
    <details
      className="group rounded-lg border bg-surface"
      open={Object.keys(errors).length > 0 || undefined}
    >
      <summary className="flex h-10 cursor-pointer list-none items-center gap-2 px-4 font-medium select-none [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 text-faint transition-transform group-open:rotate-90" />
        Advanced
        <span className="truncate font-normal text-muted">{summary(value)}</span>
      </summary>
      <div className="grid gap-4 border-t p-4 sm:grid-cols-2">
        <Field label="Priority" hint="Within its connection." optional problem={problem} path="body.priority">
          <Select value={value.priority} onChange={set("priority")}>
            <option value="">5, as usual</option>
            <option value="0">0, first</option>
            {[1, 2, 3, 4, 6, 7, 8].map((each) => (
              <option key={each}>{each}</option>
            ))}
            <option value="9">9, last</option>
          </Select>
        </Field>
        {line("runAt", "body.run_at", "Run at", "Not before; your own time zone.", {
          type: "datetime-local",
          step: 1,
        })}
        {line("expiresAt", "body.expires_at", "Expires at", "Not begun by then, it is not done at all.", {
          type: "datetime-local",
          step: 1,
        })}
        {line("tags", "body.tags", "Tags", "Separated by spaces; to find it, and to follow it as tag:…")}
        {line("timeoutS", "body.timeout_s", "Timeout of a call, s", "30 by default.", {
          inputMode: "decimal",
        })}
        {line("maxRuns", "body.max_runs", "Most runs", "Before it has failed for good.", {
          inputMode: "numeric",
        })}
        {line(
          "turnsBy",
          "body.concurrency_key",
          "Takes turns by",
          "Jobs with the same key wait for each other.",
        )}
        {line("atOnce", "body.concurrency_limit", "At once", "So many jobs with that key; 1 by default.", {
          inputMode: "numeric",
        })}
        <Field
          label="Idempotency-Key"
          hint="The same key is the same job, however often it is sent. Kept while you try again."
          optional
        >
          <Input
            autoComplete="off"
            maxLength={200}
            className="font-mono text-xs!"
            placeholder={madeKey}
            value={value.key}
            onChange={set("key")}
          />
        </Field>
        <div className="sm:col-span-2">
          <Field
            label="Metadata"
            hint="A JSON object; comes back with the job and in its events."
            optional
            error={errors.metadata}
            problem={problem}
            path="body.metadata"
          >
            <Textarea
              rows={2}
              spellCheck={false}
              className="font-mono text-xs!"
              value={value.metadata}
              onChange={set("metadata")}
            />
          </Field>
        </div>
      </div>
    </details>
  );
}

function summary(value: Advanced): string {
  const set = Object.entries({
    priority: value.priority,
    "run at": value.runAt,
    expiry: value.expiresAt,
    tags: value.tags,
    metadata: value.metadata,
    timeout: value.timeoutS,
    runs: value.maxRuns,
    turns: value.turnsBy,
    "at once": value.atOnce,
    key: value.key,
  }).filter(([, text]) => text.trim() !== "");
  return set.length > 0 ? set.map(([name]) => name).join(", ") : "priority, time, tags, key";
}
