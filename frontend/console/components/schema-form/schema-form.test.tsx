import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { drawnSchema } from "./drawn-schema";
import type { JsonSchema } from "./schema-nodes";
import { issuesOf, type Issue } from "./issues";
import { SchemaForm } from "./schema-form";
import { inputIssues, withoutEmpty } from "./values";
import { HubProblem } from "@hub/client";

const ORDER: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["customer", "lines"],
  properties: {
    customer: { $ref: "#/$defs/Party", title: "Customer" },
    lines: { type: "array", title: "Lines", minItems: 1, items: { $ref: "#/$defs/Line" } },
    note: { anyOf: [{ type: "string", maxLength: 10 }, { type: "null" }], default: null, title: "Note" },
    kind: { type: "string", enum: ["sale", "return"], title: "Kind" },
    rush: { type: "boolean", title: "Rush" },
    extra: { title: "Extra" },
    fields: { type: "object", title: "Fields", additionalProperties: { type: "string" } },
  },
  $defs: {
    Party: {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string", title: "Name", minLength: 1 },
        parent: { $ref: "#/$defs/Party" },
      },
    },
    Line: {
      type: "object",
      required: ["quantity"],
      properties: {
        quantity: { title: "Quantity", anyOf: [{ type: "number" }, { type: "string", pattern: "^\\d+$" }] },
      },
    },
  },
};

function Filled({ issues = [], onValue }: { issues?: Issue[]; onValue: (value: JsonSchema) => void }) {
  const [value, setValue] = useState<JsonSchema>({});
  const change = (next: JsonSchema) => {
    setValue(next);
    onValue(withoutEmpty(next, drawnSchema(ORDER).schema as JsonSchema));
  };
  return <SchemaForm schema={ORDER} value={value} onChange={change} issues={issues} />;
}

test("what is filled in becomes the input, and what is left empty is left out", async () => {
  const user = userEvent.setup();
  let last: JsonSchema = {};
  render(<Filled onValue={(value) => (last = value)} />);

  await user.type(screen.getByLabelText("Name"), "Ada");
  await user.click(screen.getByRole("button", { name: "Add to Lines" }));
  await user.type(screen.getByLabelText("Quantity"), "3");
  await user.selectOptions(screen.getByLabelText(/^Kind/), "return");
  await user.selectOptions(screen.getByLabelText(/^Rush/), "Yes");
  await user.type(screen.getByLabelText(/^Extra/), '{{"a": 1}');
  await user.click(screen.getByRole("button", { name: "Add to Fields" }));
  await user.type(screen.getByLabelText("Fields: name 1"), "city");
  await user.type(screen.getByLabelText("Fields: value 1"), "Graz");
  await user.type(screen.getByLabelText(/^Note/), "x");
  await user.clear(screen.getByLabelText(/^Note/));

  expect(last).toEqual({
    customer: { name: "Ada" },
    lines: [{ quantity: "3" }],
    kind: "return",
    rush: true,
    extra: { a: 1 },
    fields: { city: "Graz" },
  });
  expect(issuesOf(ORDER, last)).toEqual([]);
});

test("issues are shown at their fields and tied to them", () => {
  const issues = [{ path: ["customer", "name"], message: "This is needed." }];
  render(<Filled issues={issues} onValue={() => {}} />);

  const field = screen.getByLabelText("Name");

  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/This is needed\./);
});

test("each wrong place has one issue, in words", () => {
  const value = { customer: {}, lines: [], note: "far too long for it", kind: "gift", zork: 1 };

  const issues = issuesOf(ORDER, value);

  expect(Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]))).toEqual({
    "customer.name": "This is needed.",
    lines: "At least one is needed.",
    note: "At most 10 characters.",
    kind: "One of: sale, return.",
    zork: "The operation does not know this field.",
  });
});

test("a choice of types says what came closest", () => {
  const issues = issuesOf(ORDER, { customer: { name: "A" }, lines: [{ quantity: "many" }] });

  expect(issues).toEqual([{ path: ["lines", "0", "quantity"], message: "Must look like ^\\d+$." }]);
});

test("a type that holds itself is edited as JSON at its second turn", () => {
  const { uiSchema } = drawnSchema(ORDER);

  expect(uiSchema.customer.parent).toEqual({ "ui:field": "json" });
});

test("the hub's errors come to the fields that they name", () => {
  const problem = new HubProblem({
    status: 422,
    code: "invalid_input",
    title: "Unprocessable",
    detail: "no",
    errors: [
      { code: "invalid_input", field: "body.input.lines.0.quantity", detail: "Too many." },
      { code: "invalid_input", field: "body.tags", detail: "No tag." },
    ],
  });

  expect(inputIssues(problem)).toEqual([{ path: ["lines", "0", "quantity"], message: "Too many." }]);
});

test("a whole number that this page would change is refused, wherever it stands", () => {
  const big = JSON.parse(
    '{"n": 12345678901234567890, "in": [{"m": -9007199254740993}], "ok": 9007199254740991, "f": 0.1}',
  );

  const issues = issuesOf({ type: "object" }, big);

  expect(issues.map(({ path }) => path.join("."))).toEqual(["n", "in.0.m"]);
  expect(issues[0]?.message).toMatch(/^Whole numbers beyond/);
});
