import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import {
  divided,
  follow,
  isNull,
  isObject,
  type JsonSchema,
  merged,
  nameOf,
  optionsOf,
  requiredOf,
  typesOf,
  without,
  words,
} from "./schema-nodes";

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
  const options = optionsOf(node);
  if (options.length > 0 && !isObject(node.properties)) return drawChoice(node, options, walk);
  return drawType(node, typesOf(node), walk);
}

/* names: what the values are called; else they speak for themselves. */
function drawEnum(node: JsonSchema, values: unknown[], names?: string[]): Drawn {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => typeof value === "object")) return asJson(node);
  const type = typeof known[0] === "string" ? "string" : typesOf(node)[0];
  return {
    schema: { ...words(node), ...(type && { type }), enum: known } as RJSFSchema,
    ui: names ? { "ui:enumNames": names } : {},
  };
}

function drawChoice(node: JsonSchema, options: JsonSchema[], walk: Walk): Drawn {
  const followed = options.map((option) => follow(option, walk.root)).filter((option) => !isNull(option));
  const [only] = followed;
  const inner = { ...walk, depth: walk.depth + 1 };
  if (followed.length === 1 && only) return draw({ ...only, ...words(node) }, inner);
  if (followed.length > 0 && followed.every((option) => "const" in option))
    return drawEnum(
      node,
      followed.map((option) => option.const),
      followed.map((option) => String(option.title ?? option.const)),
    );
  const types = followed.flatMap(typesOf);
  const plain = followed.every((option) => !option.enum && !("const" in option));
  if (plain && types.length > 0 && types.every((type) => SCALARS.includes(type)))
    return drawType({ ...words(node) }, types, walk);
  if (followed.length > 0 && followed.every((option) => isObject(option.properties))) {
    const { schemas, ui } = drawBranches(
      options.filter((option) => !isNull(follow(option, walk.root))),
      inner,
    );
    return { schema: { ...words(node), type: "object", oneOf: schemas } as RJSFSchema, ui };
  }
  return asJson(node);
}

/** Objects of which one is chosen, by the names that they or their types have. */
function drawBranches(options: JsonSchema[], walk: Walk): { schemas: RJSFSchema[]; ui: UiSchema } {
  const drawn = options.map((option) => draw(option, walk));
  const schemas = drawn.map(({ schema }, place) => {
    return { ...schema, title: nameOf(options[place] ?? {}, walk.root) ?? `Form ${place + 1}` };
  });
  return { schemas, ui: { oneOf: drawn.map(({ ui }) => ui) } };
}

function drawType(node: JsonSchema, types: string[], walk: Walk): Drawn {
  const type = types.includes("string") ? "string" : types.includes("number") ? "number" : types[0];
  if (type === "boolean")
    return { schema: { ...words(node), type } as RJSFSchema, ui: { "ui:widget": "select" } };
  if (type === "string") return drawString(node);
  if (type !== undefined && SCALARS.includes(type))
    return { schema: { ...node, type } as RJSFSchema, ui: {} };
  if (type === "array" && isObject(node.items) && !node.prefixItems) return drawArray(node, node.items, walk);
  if (isObject(node.properties) && Object.keys(node.properties).length > 0) return drawObject(node, walk);
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
    ui: { items: ui, ...(unique && item.enum !== undefined && { "ui:widget": "checkboxes" }) },
  };
}

function drawObject(node: JsonSchema, walk: Walk): Drawn {
  const { own, forms } = divided(node, walk.root);
  const required = requiredOf(node);
  const inner = { ...walk, depth: walk.depth + 1 };
  const drawn = Object.entries(own)
    .filter((entry): entry is [string, JsonSchema] => isObject(entry[1]))
    .map(([name, property]) => [name, draw(property, inner)] as const);
  // What is needed comes first; otherwise the connector's order.
  const sorted = [
    ...drawn.filter(([name]) => required.includes(name)),
    ...drawn.filter(([name]) => !required.includes(name)),
  ];
  const choice = forms.length > 0 ? drawBranches(forms, inner) : null;
  const schema = {
    ...words(node),
    type: "object",
    required,
    properties: Object.fromEntries(
      sorted.map(([name, each]) => [name, { ...each.schema, title: each.schema.title ?? titleOf(name) }]),
    ),
    ...(choice && { oneOf: choice.schemas }),
  };
  const ui = Object.fromEntries(sorted.map(([name, each]) => [name, each.ui]));
  return { schema: schema as RJSFSchema, ui: { ...ui, ...choice?.ui } };
}

/** `party_id` as `Party id`. */
function titleOf(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function asJson(node: JsonSchema): Drawn {
  return { schema: words(node) as RJSFSchema, ui: { "ui:field": "json" } };
}
