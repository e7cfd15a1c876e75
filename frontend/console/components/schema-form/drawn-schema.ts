import type { RJSFSchema, UiSchema } from "@rjsf/utils";

/** A JSON Schema as the API gives it. */
export type JsonSchema = Record<string, unknown>;
type Drawn = { schema: RJSFSchema; ui: UiSchema };
type Walk = { root: JsonSchema; depth: number; open: readonly string[] };

/* What lies deeper is edited as JSON: a form of seven levels is no form any more. */
const DEEPEST = 6;
const SCALARS = ["string", "number", "integer", "boolean"];

/**
 * The schema as a form draws it: references followed, `null` left out (an empty field is left out of the input), and the
 * places that have no fixed shape marked to be edited as JSON. Only for drawing: values are checked by the schema itself.
 */
export function drawnSchema(schema: JsonSchema): { schema: RJSFSchema; uiSchema: UiSchema } {
  const { schema: drawn, ui } = draw(schema, { root: schema, depth: 0, open: [] });
  // The page names the operation already.
  return { schema: { ...drawn, title: undefined, description: undefined }, uiSchema: ui };
}

function draw(given: JsonSchema, walk: Walk): Drawn {
  const ref = typeof given.$ref === "string" ? given.$ref : null;
  if (walk.depth > DEEPEST || (ref !== null && walk.open.includes(ref))) return asJson(given);
  if (ref !== null) {
    return draw(follow(given, walk.root), { ...walk, open: [...walk.open, ref] });
  }
  const node = merged(given, walk.root);
  if ("const" in node) return { schema: { ...words(node), enum: [node.const] } as RJSFSchema, ui: {} };
  if (Array.isArray(node.enum)) return drawEnum(node, node.enum);
  const options = node.anyOf ?? node.oneOf;
  if (Array.isArray(options) && !isObject(node.properties))
    return drawChoice(node, options.filter(isObject), walk);
  return drawType(node, typesOf(node), walk);
}

function drawEnum(node: JsonSchema, values: unknown[]): Drawn {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => typeof value === "object")) return asJson(node);
  const type = typeof known[0] === "string" ? "string" : typesOf(node)[0];
  return { schema: { ...words(node), ...(type && { type }), enum: known } as RJSFSchema, ui: {} };
}

function drawChoice(node: JsonSchema, options: JsonSchema[], walk: Walk): Drawn {
  const followed = options.map((option) => follow(option, walk.root)).filter((option) => !isNull(option));
  const [only] = followed;
  const inner = { ...walk, depth: walk.depth + 1 };
  if (followed.length === 1 && only) return draw({ ...only, ...words(node) }, inner);
  const types = followed.flatMap(typesOf);
  const plain = followed.every((option) => !option.enum && !("const" in option));
  if (plain && types.length > 0 && types.every((type) => SCALARS.includes(type)))
    return drawType({ ...words(node) }, types, walk);
  if (followed.length > 0 && followed.every((option) => isObject(option.properties))) {
    const drawn = followed.map((option, place) => ({
      title: `Form ${place + 1}`,
      ...draw(option, inner).schema,
    }));
    return { schema: { ...words(node), type: "object", oneOf: drawn } as RJSFSchema, ui: {} };
  }
  return asJson(node);
}

function drawType(node: JsonSchema, types: string[], walk: Walk): Drawn {
  const type = types.includes("string") ? "string" : types.includes("number") ? "number" : types[0];
  if (type === "boolean")
    return { schema: { ...words(node), type } as RJSFSchema, ui: { "ui:widget": "select" } };
  if (type === "string") return drawString(node);
  if (type !== undefined && SCALARS.includes(type))
    return { schema: { ...node, type } as RJSFSchema, ui: {} };
  if (type === "array" && isObject(node.items) && !node.prefixItems) return drawArray(node, node.items, walk);
  if (isObject(node.properties) && Object.keys(node.properties).length > 0)
    return drawObject(node, node.properties, walk);
  const values = isObject(node.additionalProperties) ? follow(node.additionalProperties, walk.root) : {};
  if (types[0] === "object" && values.type === "string")
    return { schema: words(node) as RJSFSchema, ui: { "ui:field": "map" } };
  return asJson(node);
}

function drawString(node: JsonSchema): Drawn {
  const long = typeof node.maxLength === "number" && node.maxLength > 300;
  return {
    schema: { ...without(node, "contentMediaType"), type: "string" } as RJSFSchema,
    ui: long && !node.format ? { "ui:widget": "textarea" } : {},
  };
}

function drawArray(node: JsonSchema, items: JsonSchema, walk: Walk): Drawn {
  const { schema, ui } = draw(items, { ...walk, depth: walk.depth + 1 });
  // Its number names an item; the title of its type would name each the same.
  const item = without(schema as JsonSchema, "title");
  const unique = node.uniqueItems === true && { uniqueItems: true };
  return {
    schema: { ...words(node), type: "array", items: item, ...unique } as RJSFSchema,
    ui: { items: ui },
  };
}

function drawObject(node: JsonSchema, properties: JsonSchema, walk: Walk): Drawn {
  const required = Array.isArray(node.required) ? node.required : [];
  const drawn = Object.entries(properties)
    .filter((entry): entry is [string, JsonSchema] => isObject(entry[1]))
    .map(([name, property]) => [name, draw(property, { ...walk, depth: walk.depth + 1 })] as const);
  // What is needed comes first; otherwise the connector's order.
  const sorted = [
    ...drawn.filter(([name]) => required.includes(name)),
    ...drawn.filter(([name]) => !required.includes(name)),
  ];
  const schema = {
    ...words(node),
    type: "object",
    required,
    properties: Object.fromEntries(
      sorted.map(([name, each]) => [name, { ...each.schema, title: each.schema.title ?? titleOf(name) }]),
    ),
  };
  const ui = Object.fromEntries(sorted.map(([name, each]) => [name, each.ui]));
  return { schema: schema as RJSFSchema, ui };
}

/** `party_id` as `Party id`. */
function titleOf(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function asJson(node: JsonSchema): Drawn {
  return { schema: words(node) as RJSFSchema, ui: { "ui:field": "json" } };
}

function without(node: JsonSchema, name: string): JsonSchema {
  return Object.fromEntries(Object.entries(node).filter(([each]) => each !== name));
}

/** What is shown of any node, whatever it is drawn as. */
function words(node: JsonSchema): JsonSchema {
  const names = ["title", "description", "default", "examples", "readOnly"];
  return Object.fromEntries(names.filter((name) => name in node).map((name) => [name, node[name]]));
}

/** The node with the members of its `allOf` in one. */
function merged(node: JsonSchema, root: JsonSchema): JsonSchema {
  if (!Array.isArray(node.allOf)) return node;
  const { allOf, ...own } = node;
  const parts = [...allOf.filter(isObject).map((part) => merged(follow(part, root), root)), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return { ...Object.assign({}, ...parts), ...(Object.keys(properties).length && { properties, required }) };
}

function follow(node: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof node.$ref !== "string") return node;
  // A type's title names the type, not the field that is of it.
  return { ...without(pointed(root, node.$ref), "title"), ...without(node, "$ref") };
}

/** What a local reference (`#/$defs/Line`) names; nothing for others. */
export function pointed(root: JsonSchema, ref: string): JsonSchema {
  let node: unknown = root;
  for (const token of ref.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    const name = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    node = isObject(node) || Array.isArray(node) ? (node as JsonSchema)[name] : undefined;
  }
  return isObject(node) ? node : {};
}

function typesOf(node: JsonSchema): string[] {
  const types = Array.isArray(node.type) ? node.type : [node.type];
  const named = types.filter((type): type is string => typeof type === "string" && type !== "null");
  return named.length === 0 && isObject(node.properties) ? ["object"] : named;
}

function isNull(node: JsonSchema): boolean {
  return node.type === "null" || ("const" in node && node.const === null);
}

export function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
