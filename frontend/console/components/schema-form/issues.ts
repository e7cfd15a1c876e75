import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import { isObject, pointed, type JsonSchema } from "./schema-nodes";
import { UNSAFE, unsafeIn } from "./unsafe";

/** What is wrong at one place of a value. `path`: names and numbers of places, from the value's root. */
export type Issue = { path: string[]; message: string };

/* An interpreter: the page's policy forbids what is compiled at run time. */
const validators = new WeakMap<JsonSchema, Validator>();

function validatorOf(schema: JsonSchema): Validator {
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = new Validator(schema as Schema, "2020-12", false)));
  return validator;
}

/** What is wrong with the value by its schema, at most one issue a place; a schema that cannot be followed says nothing. */
export function issuesOf(schema: JsonSchema, value: unknown): Issue[] {
  const data: unknown = JSON.parse(JSON.stringify(value ?? {}));
  const unsafe = unsafeIn(data).map((path) => ({ path, message: UNSAFE }));
  let errors: OutputUnit[];
  try {
    errors = validatorOf(schema).validate(data).errors;
  } catch {
    return unsafe; // a reference that leads nowhere: the hub decides
  }
  const leaves = errors.filter(
    (error) => isLeaf(error, errors) && !isNullBranch(error, schema) && !isKnownProperty(error, schema),
  );
  // Of the branches of a choice the one that got furthest says most: types differ in all others.
  leaves.sort((one, other) => Number(one.keyword === "type") - Number(other.keyword === "type"));
  const issues = new Map<string, Issue>();
  for (const issue of [...unsafe, ...leaves.flatMap((error) => toIssues(error, schema, data))]) {
    const place = JSON.stringify(issue.path);
    if (!issues.has(place)) issues.set(place, issue);
  }
  return [...issues.values()];
}

/** Whether the value is right by the schema; `root` holds its definitions. */
export function isValid(schema: JsonSchema, value: unknown, root: JsonSchema): boolean {
  return issuesOf({ $defs: root.$defs, definitions: root.definitions, ...schema }, value).length === 0;
}

function isLeaf(error: OutputUnit, errors: OutputUnit[]): boolean {
  return !errors.some((other) => other.keywordLocation.startsWith(`${error.keywordLocation}/`));
}

function isNullBranch(error: OutputUnit, schema: JsonSchema): boolean {
  if (error.keyword !== "type") return false;
  const node = nodeAt(schema, tokens(error.keywordLocation).slice(0, -1));
  return node.type === "null" && /\/(anyOf|oneOf)\/\d+\/type$/.test(error.keywordLocation);
}

/* The interpreter takes a property that is wrong for one that is not named (4.1.1): what it says of that is dropped. */
function isKnownProperty(error: OutputUnit, schema: JsonSchema): boolean {
  if (error.keyword === "false") return true;
  const way = tokens(error.keywordLocation);
  const place = way.lastIndexOf("additionalProperties");
  if (place < 0 || place === way.length - 1) return false;
  const { properties } = nodeAt(schema, way.slice(0, place));
  return isObject(properties) && tokens(error.instanceLocation).some((name) => name in properties);
}

function toIssues(error: OutputUnit, schema: JsonSchema, data: unknown): Issue[] {
  const path = tokens(error.instanceLocation);
  const node = nodeAt(schema, tokens(error.keywordLocation).slice(0, -1));
  if (error.keyword === "required" && Array.isArray(node.required)) {
    const value = valueAt(data, path);
    const missing = node.required.filter((name) => !isObject(value) || !(name in value));
    return missing.map((name) => ({ path: [...path, String(name)], message: "This is needed." }));
  }
  if (error.keyword === "additionalProperties") {
    const known = isObject(node.properties) ? node.properties : {};
    const patterns = Object.keys(isObject(node.patternProperties) ? node.patternProperties : {});
    const value = valueAt(data, path);
    return Object.keys(isObject(value) ? value : {})
      .filter((name) => !(name in known) && !patterns.some((each) => new RegExp(each, "u").test(name)))
      .map((name) => ({ path: [...path, name], message: "The operation does not know this field." }));
  }
  return [{ path, message: wordsFor(error.keyword, node) ?? error.error }];
}

const TYPES: Record<string, string> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "yes or no",
  array: "a list",
  object: "an object",
};

function wordsFor(keyword: string, node: JsonSchema): string | null {
  const limit = node[keyword];
  switch (keyword) {
    case "type":
      return `Must be ${[limit]
        .flat()
        .filter((type) => type !== "null")
        .map((type) => TYPES[String(type)] ?? String(type))
        .join(" or ")}.`;
    case "minimum":
      return `At least ${String(limit)}.`;
    case "maximum":
      return `At most ${String(limit)}.`;
    case "exclusiveMinimum":
      return `More than ${String(limit)}.`;
    case "exclusiveMaximum":
      return `Less than ${String(limit)}.`;
    case "multipleOf":
      return `In steps of ${String(limit)}.`;
    case "minLength":
      return limit === 1 ? "Must not be empty." : `At least ${String(limit)} characters.`;
    case "maxLength":
      return `At most ${String(limit)} characters.`;
    case "minItems":
      return limit === 1 ? "At least one is needed." : `At least ${String(limit)} are needed.`;
    case "maxItems":
      return `At most ${String(limit)}.`;
    case "minProperties":
      return limit === 1 ? "Must not be empty." : `At least ${String(limit)} fields.`;
    case "uniqueItems":
      return "Each only once.";
    case "pattern":
      return `Must look like ${String(limit)}.`;
    case "format":
      return `Is no valid ${String(limit)}.`;
    case "enum":
      return `One of: ${(node.enum as unknown[]).filter((value) => value !== null).join(", ")}.`;
    case "const":
      return `Must be ${JSON.stringify(limit)}.`;
    case "anyOf":
    case "oneOf":
      return "Fits none of what is allowed here.";
    default:
      return null;
  }
}

/** `#/a~1b/0` as `["a/b", "0"]`. */
function tokens(pointer: string): string[] {
  return pointer
    .replace(/^#\/?/, "")
    .split("/")
    .filter((token) => token !== "")
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function nodeAt(root: JsonSchema, path: string[]): JsonSchema {
  let node: unknown = root;
  for (const token of path) {
    if (token === "$ref" && isObject(node)) node = pointed(root, String(node.$ref));
    else node = isObject(node) || Array.isArray(node) ? (node as JsonSchema)[token] : undefined;
  }
  return isObject(node) ? node : {};
}

function valueAt(data: unknown, path: string[]): unknown {
  let value = data;
  for (const token of path) {
    value = isObject(value) || Array.isArray(value) ? (value as JsonSchema)[token] : undefined;
  }
  return value;
}
