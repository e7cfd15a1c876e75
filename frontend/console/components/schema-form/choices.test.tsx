import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { drawnSchema } from "./drawn-schema";
import type { JsonSchema } from "./schema-nodes";
import { issuesOf } from "./issues";
import { SchemaForm } from "./schema-form";
import { withoutEmpty } from "./values";

let last: JsonSchema;

function Filled({ schema, given }: { schema: JsonSchema; given: JsonSchema }) {
  const [value, setValue] = useState<JsonSchema>(given);
  const change = (next: JsonSchema) => {
    setValue(next);
    last = withoutEmpty(next, drawnSchema(schema).schema as JsonSchema);
  };
  return <SchemaForm schema={schema} value={value} onChange={change} issues={[]} />;
}

function show(schema: JsonSchema, given: JsonSchema = {}) {
  last = given;
  render(<Filled schema={schema} given={given} />);
  return userEvent.setup();
}

const optionsOf = (label: RegExp | string) =>
  [...screen.getByLabelText<HTMLSelectElement>(label).options].map((option) => option.text);

test("of a list of choices any number is ticked, and what is sent is a list", async () => {
  const channels = {
    type: "array",
    title: "Channels",
    uniqueItems: true,
    items: { type: "string", enum: ["mail", "sms", "post"] },
  };
  const schema = { type: "object", properties: { channels } };
  const user = show(schema);

  await user.click(screen.getByRole("checkbox", { name: "sms" }));
  expect(last).toEqual({ channels: ["sms"] });
  await user.click(screen.getByRole("checkbox", { name: "mail" }));

  expect(last).toEqual({ channels: ["sms", "mail"] });
  expect(issuesOf(schema, last)).toEqual([]);
  expect(screen.getByRole("group", { name: /^Channels/ })).toBeInTheDocument();
  await user.click(screen.getByRole("checkbox", { name: "sms" }));
  await user.click(screen.getByRole("checkbox", { name: "mail" }));
  expect(last).toEqual({});
});

test("values that have names are chosen by them", async () => {
  const terms = {
    title: "Terms",
    oneOf: [
      { const: 14, title: "Two weeks" },
      { const: 30, title: "A month" },
      { const: null, title: "None" },
    ],
  };
  const tags = { type: "array", title: "Tags", uniqueItems: true, items: { anyOf: terms.oneOf } };
  const schema = { type: "object", properties: { terms, tags } };
  const user = show(schema);

  expect(optionsOf(/^Terms/)).toEqual(["–", "Two weeks", "A month"]);
  await user.selectOptions(screen.getByLabelText(/^Terms/), "A month");
  await user.click(screen.getByRole("checkbox", { name: "Two weeks" }));

  expect(last).toEqual({ terms: 30, tags: [14] });
});

const PAYMENT: JsonSchema = {
  type: "object",
  properties: { payment: { title: "Payment", oneOf: [{ $ref: "#/$defs/Card" }, { $ref: "#/$defs/Bank" }] } },
  $defs: {
    Card: {
      title: "By card",
      type: "object",
      required: ["number"],
      properties: { number: { type: "string" }, more: { title: "More" } },
    },
    Bank: {
      title: "By bank",
      type: "object",
      required: ["iban"],
      properties: { iban: { type: "string", title: "IBAN" } },
    },
  },
};

test("forms to choose from have the names of their types", async () => {
  const user = show(PAYMENT);

  const choice = screen.getByRole("combobox");
  expect([...(choice as HTMLSelectElement).options].map((option) => option.text)).toEqual(
    expect.arrayContaining(["By card", "By bank"]),
  );
  await user.selectOptions(choice, "By card");
  await user.type(screen.getByLabelText(/^More/), "[[1]");
  await user.selectOptions(choice, "By bank");
  await user.type(screen.getByLabelText("IBAN"), "AT1");

  expect(last).toEqual({ payment: { iban: "AT1" } });
});

test("what belongs to one of several forms is drawn beside what belongs to all", async () => {
  const schema: JsonSchema = {
    type: "object",
    required: ["name", "kind"],
    properties: { name: { type: "string", title: "Name" }, kind: { enum: ["person", "company"] } },
    oneOf: [
      {
        title: "A person",
        required: ["born"],
        properties: { kind: { const: "person" }, born: { type: "string", title: "Born" } },
      },
      {
        title: "A company",
        properties: { kind: { const: "company" }, vat: { type: "string", title: "VAT" } },
      },
    ],
  };
  const user = show(schema);

  await user.type(screen.getByLabelText("Name"), "Ada");
  await user.selectOptions(screen.getByRole("combobox", { name: "Form" }), "A company");
  await user.selectOptions(screen.getByLabelText(/^Kind/), "company");
  await user.type(screen.getByLabelText(/^VAT/), "ATU1");

  expect(screen.getAllByLabelText(/^Kind/)).toHaveLength(1);
  expect(last).toEqual({ name: "Ada", kind: "company", vat: "ATU1" });
  expect(issuesOf(schema, last)).toEqual([]);
});

test("branches that only say which fields go together draw nothing of their own", () => {
  const schema: JsonSchema = {
    type: "object",
    properties: { a: { type: "string", title: "First" }, b: { type: "string", title: "Second" } },
    oneOf: [{ required: ["a"] }, { required: ["b"] }],
  };
  show(schema);

  expect(screen.getByLabelText(/^First/)).toBeInTheDocument();
  expect(screen.queryByRole("combobox")).toBeNull();
});
