import { HubProblem } from "@hub/client";

/** A schema and examples as somebody typed them: what they are, or what is no JSON. */
export type Typed = {
  schema: Record<string, unknown>;
  examples: Record<string, unknown>[];
  errors: { schema: string | null; examples: string | null };
};

/** Reads both texts; empty ones are no schema and no examples. */
export function typedOf(schema: string, examples: string): Typed {
  const read = parsed(schema);
  const list = parsed(examples);
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const schemaError =
    read.error ?? (read.value === undefined || isObject(read.value) ? null : "A schema is an object.");
  const all = list.value === undefined ? [] : list.value;
  const fits = Array.isArray(all) && all.every(isObject);
  return {
    schema: isObject(read.value) ? read.value : {},
    examples: fits ? all : [],
    errors: { schema: schemaError, examples: list.error ?? (fits ? null : "A list of objects: [{ … }].") },
  };
}

function parsed(text: string): { value?: unknown; error: string | null } {
  if (!text.trim()) return { error: null };
  try {
    return { value: JSON.parse(text) as unknown, error: null };
  } catch (error) {
    return { error: `This is not JSON. ${error instanceof Error ? error.message : ""}`.trim() };
  }
}

/** What the API says about places below a field: `properties.a.pattern` and why, in its order. */
export function errorsBelow(problem: unknown, path: string): { place: string; detail: string }[] {
  if (!(problem instanceof HubProblem)) return [];
  return problem.errors
    .filter(({ field }) => field === path || field?.startsWith(`${path}.`))
    .map(({ field, detail }) => ({ place: (field ?? "").slice(path.length + 1), detail }));
}
