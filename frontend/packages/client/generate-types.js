// Types that Orval does not make: the stream's frames (docs/asyncapi.json) and the events (`webhooks` of openapi.json).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const folder = process.env.GENERATE_INTO ?? "src/generated";
const options = (source) => ({
  additionalProperties: false,
  unreachableDefinitions: true,
  bannerComment: `/* Generated from ${source} by \`npm run generate\`; not edited by hand. */`,
});

/** A copy in which an object that names no members may have any, and without titles, which would become types of their own. */
function opened(schema) {
  if (Array.isArray(schema)) return schema.map(opened);
  if (typeof schema !== "object" || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => name !== "title" && name !== "examples");
  const copy = Object.fromEntries(members.map(([name, value]) => [name, opened(value)]));
  const isObject = [copy.type].flat().includes("object");
  return isObject && !copy.properties && copy.additionalProperties === undefined
    ? { ...copy, additionalProperties: true }
    : copy;
}

async function frames() {
  const document = JSON.parse(await readFile("../../../docs/asyncapi.json", "utf8"));
  const definitions = JSON.parse(
    JSON.stringify(opened(document.components.schemas)).replaceAll("#/components/schemas/", "#/definitions/"),
  );
  const roots = ["ClientFrame", "ServerFrame", "PollAnswer", "SseReady", "SseLagged", "SseClosing"];
  const root = { definitions, oneOf: roots.map((name) => ({ $ref: `#/definitions/${name}` })) };
  return compile(root, "StreamMessage", options("docs/asyncapi.json"));
}

async function events() {
  const { webhooks } = JSON.parse(await readFile("openapi.json", "utf8"));
  const definitions = Object.fromEntries(
    Object.entries(webhooks).map(([type, { post }]) => [
      `${pascal(type)}Event`,
      { description: post.summary, ...opened(post.requestBody.content["application/json"].schema) },
    ]),
  );
  const oneOf = Object.keys(definitions).map((name) => ({ $ref: `#/definitions/${name}` }));
  const root = { description: "An event of the hub's own, by `type`.", definitions, oneOf };
  return compile(root, "HubEvent", options("openapi.json"));
}

function pascal(type) {
  return type.replace(/(^|[._-])([a-z])/g, (_match, _separator, letter) => letter.toUpperCase());
}

await mkdir(folder, { recursive: true });
await writeFile(`${folder}/frames.ts`, await frames());
await writeFile(`${folder}/events.ts`, await events());
