/** A JSON Schema as the API gives it. */
export type JsonSchema = Record<string, unknown>;

/** The node without one of its members. */
export function without(node: JsonSchema, name: string): JsonSchema {
  return Object.fromEntries(Object.entries(node).filter(([each]) => each !== name));
}

/** What is shown of any node, whatever it is drawn as. */
export function words(node: JsonSchema): JsonSchema {
  const names = ["title", "description", "default", "examples", "readOnly"];
  return Object.fromEntries(names.filter((name) => name in node).map((name) => [name, node[name]]));
}

/** The node with the members of its `allOf` in one. */
export function merged(node: JsonSchema, root: JsonSchema): JsonSchema {
  if (!Array.isArray(node.allOf)) return node;
  const { allOf, ...own } = node;
  const parts = [...allOf.filter(isObject).map((part) => merged(follow(part, root), root)), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return { ...Object.assign({}, ...parts), ...(Object.keys(properties).length && { properties, required }) };
}

/** What the node refers to with the node's own members, or the node. */
export function follow(node: JsonSchema, root: JsonSchema): JsonSchema {
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

/** What it gives to choose from. */
export function optionsOf(node: JsonSchema): JsonSchema[] {
  const options = node.anyOf ?? node.oneOf;
  return Array.isArray(options) ? options.filter(isObject) : [];
}

/** What one of several options is called: by itself, or by the type that it refers to. */
export function nameOf(option: JsonSchema, root: JsonSchema): string | null {
  const ref = typeof option.$ref === "string" ? pointed(root, option.$ref) : {};
  const name = option.title ?? ref.title;
  return typeof name === "string" ? name : null;
}

/**
 * The properties of an object that are the same in each of its forms, and its forms with theirs: a property that one of them
 * tells more of (its `kind`) is in all of them. There are no forms where the options only say what is needed.
 */
export function divided(node: JsonSchema, root: JsonSchema): { own: JsonSchema; forms: JsonSchema[] } {
  const properties = propertiesOf(node);
  const options = optionsOf(node);
  const followed = options.map((option) => merged(follow(option, root), root));
  const names = new Set(followed.flatMap((option) => Object.keys(propertiesOf(option))));
  const forms = followed.map((option, place) => {
    const theirs = propertiesOf(option);
    const all = [...names].filter((name) => name in theirs || name in properties);
    return {
      title: nameOf(options[place] ?? {}, root) ?? undefined,
      type: "object",
      required: [...requiredOf(node), ...requiredOf(option)],
      properties: Object.fromEntries(
        all.map((name) => [name, { ...asNode(properties[name]), ...asNode(theirs[name]) }]),
      ),
    };
  });
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
  return { own, forms: names.size > 0 ? forms : [] };
}

function asNode(value: unknown): JsonSchema {
  return isObject(value) ? value : {};
}

function propertiesOf(node: JsonSchema): JsonSchema {
  return asNode(node.properties);
}

/** The names of what an object needs. */
export function requiredOf(node: JsonSchema): unknown[] {
  return Array.isArray(node.required) ? node.required : [];
}

/** The types that it allows besides null, as far as it names them. */
export function typesOf(node: JsonSchema): string[] {
  const types = Array.isArray(node.type) ? node.type : [node.type];
  const named = types.filter((type): type is string => typeof type === "string" && type !== "null");
  return named.length === 0 && isObject(node.properties) ? ["object"] : named;
}

/** Whether nothing but null fits. */
export function isNull(node: JsonSchema): boolean {
  return node.type === "null" || ("const" in node && node.const === null);
}

export function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
