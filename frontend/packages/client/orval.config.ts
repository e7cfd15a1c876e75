import { readFileSync } from "node:fs";
import { defineConfig } from "orval";

type Parameter = { name: string; in: string };
type Document = {
  paths: Record<string, Record<string, { operationId: string; parameters?: Parameter[] }>>;
};

// GENERATE_INTO lets `generate:check` write beside the committed files instead of over them.
const folder = process.env.GENERATE_INTO ?? "./src/generated";
const document = JSON.parse(readFileSync("./openapi.json", "utf8")) as Document;

const infinite = {
  useQuery: true,
  useInfinite: true,
  useInfiniteQueryParam: "cursor",
  options: { getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined },
};

/** Listings take a `cursor` and answer with `next_cursor`: these get an infinite query too. */
const listings = Object.fromEntries(
  Object.values(document.paths)
    .flatMap((methods) => Object.entries(methods))
    .filter(
      ([method, operation]) =>
        method === "get" && operation.parameters?.some(({ name }) => name === "cursor"),
    )
    .map(([, operation]) => [operation.operationId, { query: infinite }]),
);

const shared = {
  mutator: { path: "./src/http.ts", name: "hubFetch" },
  fetch: { includeHttpResponseReturnType: false },
  enumGenerationType: "union",
  header: () => ["Generated from openapi.json by `npm run generate`; not edited by hand."],
} as const;

export default defineConfig({
  fetch: {
    input: "./openapi.json",
    output: {
      target: `${folder}/api.ts`,
      schemas: `${folder}/models`,
      client: "fetch",
      httpClient: "fetch",
      mode: "single",
      clean: true,
      override: shared,
    },
  },
  react: {
    input: "./openapi.json",
    output: {
      target: `${folder}/react.ts`,
      schemas: `${folder}/models`,
      client: "react-query",
      httpClient: "fetch",
      mode: "single",
      override: { ...shared, operations: listings, query: { version: 5, shouldExportHttpClient: false } },
    },
  },
});
