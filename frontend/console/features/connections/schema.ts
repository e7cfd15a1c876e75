/** The part of JSON Schema that credentials and settings of connectors use. */
export type Schema = {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Property>;
  required?: string[];
  allOf?: Rule[];
};

export type Property = {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  writeOnly?: boolean;
  anyOf?: Property[];
};

type Rule = { required?: string[]; if?: Condition; then?: { required?: string[] } };
type Condition = { properties?: Record<string, { const?: unknown }> };

/** What a person enters, as text; a switch's is `true` or `false`. */
export type Entered = Record<string, string>;

export type FieldKind = "text" | "secret" | "lines" | "choice" | "switch" | "number" | "json";

/** One field of a form. */
export type SchemaField = {
  name: string;
  label: string;
  hint: string;
  kind: FieldKind;
  required: boolean;
  options: string[];
  placeholder: string;
};

/* All credentials are write-only; these are none that somebody may not read over one's shoulder. */
const OPEN = /^(auth|username|login|client_id|certificate_id|header_name|token_url|expires_at|account)$/;
const LINES = /(private_key|certificate|ca)$/;
/* What consent gives, and the hub keeps up to date: nobody types it. */
const GIVEN = ["access_token", "expires_at", "token_extra"];

/** The fields of an object schema, the kind of credentials first, with what is required for it. */
export function fieldsOf(schema: Schema, entered: Entered): SchemaField[] {
  const properties = Object.entries(schema.properties ?? {});
  const required = requiredOf(schema, entered);
  return properties
    .filter(([name]) => !GIVEN.includes(name) && name !== "document_hash")
    .map(([name, property]) => fieldOf(name, property, required.has(name)))
    .filter((field) => field.required || !belongsElsewhere(schema, field.name));
}

/** Names that must be given, for the kind of credentials that is chosen. */
function requiredOf(schema: Schema, entered: Entered): Set<string> {
  const names = new Set(schema.required ?? []);
  for (const rule of schema.allOf ?? []) {
    for (const name of rule.required ?? []) names.add(name);
    if (rule.if && holds(rule.if, schema, entered))
      for (const name of rule.then?.required ?? []) names.add(name);
  }
  return names;
}

function holds(condition: Condition, schema: Schema, entered: Entered): boolean {
  return Object.entries(condition.properties ?? {}).every(([name, { const: wanted }]) => {
    const fallback = schema.properties?.[name]?.default;
    return (entered[name] ?? textOf(fallback)) === textOf(wanted);
  });
}

/** Whether the field belongs to a kind of credentials that is not chosen. */
function belongsElsewhere(schema: Schema, name: string): boolean {
  return (schema.allOf ?? []).some((rule) => rule.then?.required?.includes(name));
}

function fieldOf(name: string, property: Property, required: boolean): SchemaField {
  const real = property.anyOf?.find((each) => each.type !== "null") ?? property;
  const examples = property.examples ?? real.examples ?? [];
  const shown = property.default ?? examples[0];
  return {
    name,
    label: labelOf(name),
    hint: property.description ?? real.description ?? "",
    kind: kindOf(name, { ...property, ...real }),
    required,
    options: (real.enum ?? []).map(textOf),
    placeholder: shown === undefined || shown === null ? "" : textOf(shown),
  };
}

function kindOf(name: string, property: Property): FieldKind {
  if (property.enum) return "choice";
  if (property.type === "boolean") return "switch";
  if (property.type === "integer" || property.type === "number") return "number";
  if (property.type !== "string") return "json";
  if (property.writeOnly && !OPEN.test(name)) return LINES.test(name) ? "lines" : "secret";
  return "text";
}

const WORDS: Record<string, string> = {
  api: "API",
  url: "URL",
  id: "ID",
  crm: "CRM",
  ca: "CA",
  auth: "Kind",
};

/** `client_id` → `Client ID`. */
export function labelOf(name: string): string {
  const words = name.split("_").map((word) => WORDS[word] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Values as a form shows them. */
export function enteredOf(values: Record<string, unknown>): Entered {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));
}

/** Entered text as values of the schema: what is empty is left out. Text that is no JSON goes as it is, for the API to refuse. */
export function valuesOf(schema: Schema, entered: Entered): Record<string, unknown> {
  const fields = fieldsOf(schema, entered);
  const given = fields.filter(({ name }) => (entered[name] ?? "").trim() !== "");
  return Object.fromEntries(given.map(({ name, kind }) => [name, valueOf(kind, entered[name] ?? "")]));
}

function valueOf(kind: FieldKind, text: string): unknown {
  if (kind === "switch") return text === "true";
  if (kind === "number") return Number(text);
  if (kind !== "json") return kind === "lines" || kind === "secret" ? text : text.trim();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Names of required fields that are still empty. */
export function missingOf(schema: Schema, entered: Entered): string[] {
  return fieldsOf(schema, entered)
    .filter(({ name, required, kind }) => required && kind !== "choice" && !(entered[name] ?? "").trim())
    .map(({ name }) => name);
}

/** Whether a person can consent at the vendor instead of entering tokens. */
export function takesConsent(credentials: Schema): boolean {
  return credentials.properties?.refresh_token !== undefined;
}
