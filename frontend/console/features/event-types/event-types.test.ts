// @vitest-environment node
import { HubProblem, type EventTypeSummary } from "@hub/client";
import { expect, test } from "vitest";
import { groupsOf } from "./groups";
import { errorsBelow, typedOf } from "./schema-text";

function type(name: string, own = true): EventTypeSummary {
  return { name, own, description: `When ${name}`, version: 1, deprecated_at: null };
}

test("types are grouped by their first word, the tenant's own first", () => {
  const groups = groupsOf([type("job.failed", false), type("order.paid"), type("invoice.paid")], "");
  expect(groups.map((group) => group.prefix)).toEqual(["invoice", "order", "job"]);
  expect(groupsOf([type("order.paid"), type("invoice.paid")], "PAID order")).toHaveLength(1);
});

test("text that is no schema is told before anything is sent", () => {
  expect(typedOf("{", "").errors.schema).toContain("This is not JSON.");
  expect(typedOf("[]", "").errors.schema).toBe("A schema is an object.");
  expect(typedOf("", '{"a": 1}').errors.examples).toBe("A list of objects: [{ … }].");
  expect(typedOf('{"type":"object"}', '[{"a":1}]')).toEqual({
    schema: { type: "object" },
    examples: [{ a: 1 }],
    errors: { schema: null, examples: null },
  });
});

test("what the API refuses is told with its place in the schema", () => {
  const problem = new HubProblem({
    status: 422,
    code: "invalid_schema",
    title: "",
    detail: "",
    errors: [
      { field: "body.data_schema.properties.a.pattern", code: "x", detail: "Not taken." },
      { field: "body.examples.0", code: "x", detail: "Does not fit." },
    ],
  });
  expect(errorsBelow(problem, "body.data_schema")).toEqual([
    { place: "properties.a.pattern", detail: "Not taken." },
  ]);
});
