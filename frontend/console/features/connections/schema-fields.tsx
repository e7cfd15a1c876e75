"use client";

import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { fieldError } from "@/lib/problems";
import { fieldsOf, labelOf, type Entered, type Schema, type SchemaField } from "./schema";

type SchemaFieldsProps = {
  schema: Schema;
  entered: Entered;
  onChange: (entered: Entered) => void;
  /** What the API answered, and where the object stands in the request: `body.credentials`. */
  problem: unknown;
  path: string;
  /** Required fields that were left empty. */
  missing: string[];
  /** Names what is optional, when all of it is to be unfolded: `settings`. */
  folded?: string;
};

/** Fields for an object schema: what is required in sight, the rest to unfold. */
export function SchemaFields(props: SchemaFieldsProps) {
  const { schema, entered, onChange, problem, path, missing, folded } = props;
  const fields = fieldsOf(schema, entered);
  const main = fields.filter((field) => field.required || field.name === "auth");
  const rest = fields.filter((field) => !main.includes(field));
  const show = (field: SchemaField) => (
    <One
      key={field.name}
      field={field}
      value={entered[field.name] ?? ""}
      onChange={(value) => onChange({ ...entered, [field.name]: value })}
      error={
        missing.includes(field.name)
          ? `${field.label} is needed.`
          : fieldError(problem, `${path}.${field.name}`)
      }
    />
  );
  if (main.length === 0 && !folded) return <>{rest.map(show)}</>;
  const open = rest.some(({ name }) => fieldError(problem, `${path}.${name}`));
  return (
    <>
      {main.map(show)}
      {rest.length > 0 && (
        <details open={open || undefined}>
          <summary className="cursor-pointer text-sm text-muted hover:text-fg">
            {rest.length} optional {folded ?? (rest.length === 1 ? "field" : "fields")}
          </summary>
          <div className="mt-3 flex flex-col gap-4 border-l pl-4">{rest.map(show)}</div>
        </details>
      )}
    </>
  );
}

type OneProps = {
  field: SchemaField;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
};

function One({ field, value, onChange, error }: OneProps) {
  const words = field.kind === "json" ? `${field.hint}${field.hint && ", "}as JSON` : field.hint;
  const hint = words ? words.charAt(0).toUpperCase() + words.slice(1) : undefined;
  return (
    <Field label={field.label} hint={hint} optional={!field.required && field.name !== "auth"} error={error}>
      <Control field={field} value={value} onChange={onChange} />
    </Field>
  );
}

type ControlProps = Omit<OneProps, "error"> & { id?: string; "aria-describedby"?: string };

/** The rest of the props comes from Field: the id and what describes it. */
function Control({ field, value, onChange, ...rest }: ControlProps) {
  switch (field.kind) {
    case "choice":
      return (
        <Select
          {...rest}
          value={value || field.placeholder}
          onChange={(event) => onChange(event.target.value)}
        >
          {field.placeholder === "" && <option value="">–</option>}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {labelOf(option)}
            </option>
          ))}
        </Select>
      );
    case "switch":
      return (
        <Switch
          {...rest}
          checked={(value || field.placeholder) === "true"}
          onCheckedChange={(on) => onChange(String(on))}
        />
      );
    case "lines":
    case "json":
      return (
        <Textarea
          {...rest}
          value={value}
          placeholder={field.placeholder}
          rows={field.kind === "json" ? 2 : 4}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          className={
            field.kind === "lines" ? "font-mono text-xs [-webkit-text-security:disc]" : "font-mono text-xs"
          }
        />
      );
    default:
      return (
        <Input
          {...rest}
          type={field.kind === "secret" ? "password" : field.kind === "number" ? "number" : "text"}
          value={value}
          placeholder={field.kind === "secret" ? "" : field.placeholder}
          autoComplete={field.kind === "secret" ? "new-password" : "off"}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
