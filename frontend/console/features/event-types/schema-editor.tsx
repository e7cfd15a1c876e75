"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { errorsBelow, typedOf } from "./schema-text";

/** What is typed. */
export type Texts = { schema: string; examples: string };

type SchemaEditorProps = { texts: Texts; onChange: (texts: Texts) => void; problem: unknown };

/** A schema and examples as JSON, with what is wrong at which place. */
export function SchemaEditor({ texts, onChange, problem }: SchemaEditorProps) {
  const { errors } = typedOf(texts.schema, texts.examples);
  return (
    <>
      <Field
        label="Schema of the data"
        hint="JSON Schema 2020-12; references only to its own $defs, patterns in RE2’s syntax."
        error={errors.schema ?? said(problem, "body.data_schema")}
      >
        <Textarea
          rows={14}
          spellCheck={false}
          className="font-mono text-xs"
          value={texts.schema}
          onChange={(event) => onChange({ ...texts, schema: event.target.value })}
        />
      </Field>
      <Field
        label="Examples"
        optional
        hint="A list of data that fits the schema; at most ten."
        error={errors.examples ?? said(problem, "body.examples")}
      >
        <Textarea
          rows={5}
          spellCheck={false}
          className="font-mono text-xs"
          placeholder='[{"id": "o-17"}]'
          value={texts.examples}
          onChange={(event) => onChange({ ...texts, examples: event.target.value })}
        />
      </Field>
    </>
  );
}

function said(problem: unknown, path: string): string | null {
  const errors = errorsBelow(problem, path);
  return errors.map(({ place, detail }) => (place ? `${place}: ${detail}` : detail)).join(" ") || null;
}
