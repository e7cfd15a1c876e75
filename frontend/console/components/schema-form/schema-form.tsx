"use client";

import Form from "@rjsf/core";
import type { ValidatorType } from "@rjsf/utils";
import { useMemo } from "react";
import { drawnSchema } from "./drawn-schema";
import { isObject, type JsonSchema } from "./schema-nodes";
import { type Issue, isValid } from "./issues";
import { TEMPLATES } from "./templates";
import { errorSchemaOf } from "./values";
import { FIELDS, WIDGETS } from "./widgets";

type SchemaFormProps = {
  /** What the value must be like. */
  schema: JsonSchema;
  value: JsonSchema;
  onChange: (value: JsonSchema) => void;
  /** What is wrong, shown at the fields: of issuesOf, or of the API. */
  issues: Issue[];
  disabled?: boolean;
};

/* Which branch of a choice a value belongs to is all that rjsf asks here: issues are found outside, by the schema itself. */
const VALIDATOR: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: (schema, value, root) => isValid(asSchema(schema), value, asSchema(root)),
  rawValidation: () => ({}),
};

function asSchema(schema: unknown): JsonSchema {
  return isObject(schema) ? schema : {};
}

/** A form made from a JSON Schema. It stands in a `<form>` of its parent, which submits. */
export function SchemaForm({ schema, value, onChange, issues, disabled }: SchemaFormProps) {
  const drawn = useMemo(() => drawnSchema(schema), [schema]);
  const extraErrors = useMemo(() => errorSchemaOf(issues), [issues]);
  return (
    <Form
      tagName="div"
      idPrefix="input"
      schema={drawn.schema}
      uiSchema={{ ...drawn.uiSchema, "ui:submitButtonOptions": { norender: true } }}
      formData={value}
      validator={VALIDATOR}
      templates={TEMPLATES}
      widgets={WIDGETS}
      fields={FIELDS}
      extraErrors={extraErrors}
      disabled={disabled}
      noValidate
      noHtml5Validate
      experimental_defaultFormStateBehavior={{
        // Defaults are the hub's to fill in: what was not touched is not sent.
        emptyObjectFields: "skipDefaults",
        arrayMinItems: { populate: "never" },
        constAsDefaults: "never",
      }}
      onChange={({ formData }) => onChange(asSchema(formData))}
    />
  );
}
