import { HubProblem } from "@hub/client";
import type { ErrorSchema } from "@rjsf/utils";
import { isObject, type JsonSchema } from "./schema-nodes";
import type { Issue } from "./issues";

/** The form's value as it is sent: without what was left empty, objects included that are not needed. */
export function withoutEmpty(value: unknown, schema: JsonSchema): JsonSchema {
  const cleaned = clean(value, schema);
  return isObject(cleaned) ? cleaned : {};
}

function clean(value: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) {
    const items = isObject(schema?.items) ? schema.items : undefined;
    return value.map((item) => clean(item, items));
  }
  if (!isObject(value)) return value;
  const forms = Array.isArray(schema?.oneOf) ? schema.oneOf.filter(isObject) : [];
  const drawnIn = [schema, ...forms].map((each) => each?.properties).filter(isObject);
  const properties: JsonSchema = Object.assign({}, ...drawnIn);
  const required = Array.isArray(schema?.required) ? schema.required : [];
  const kept = Object.entries(value)
    .map(([name, inner]) => {
      const drawn = properties[name];
      return [name, clean(inner, isObject(drawn) ? drawn : undefined), isObject(drawn)] as const;
    })
    .filter(([name, inner, drawn]) => {
      if (inner === undefined) return false;
      // An object that the form itself opened; what somebody wrote as JSON stays as it is.
      const opened = drawn && isObject(inner) && Object.keys(inner).length === 0;
      return !opened || required.includes(name);
    });
  return Object.fromEntries(kept.map(([name, inner]) => [name, inner]));
}

/** Issues as the form takes them: by place. */
export function errorSchemaOf(issues: Issue[]): ErrorSchema {
  const root: ErrorSchema = {};
  for (const { path, message } of issues) {
    let node = root;
    for (const token of path) {
      const children = node as Record<string, ErrorSchema>;
      node = children[token] ??= {};
    }
    (node.__errors ??= []).push(message);
  }
  return root;
}

/** The API's errors at places of the input: `body.input.lines.0.quantity` and so on. */
export function inputIssues(problem: unknown): Issue[] {
  if (!(problem instanceof HubProblem)) return [];
  return problem.errors
    .filter((error) => error.field.startsWith("body.input."))
    .map((error) => ({
      path: error.field.slice("body.input.".length).split("."),
      message: error.detail,
    }));
}

/** A path as people read it: `lines.2.quantity`, lists counted from 1. */
export function placeName(path: string[]): string {
  return path.map((token) => (/^\d+$/.test(token) ? String(Number(token) + 1) : token)).join(" › ");
}
