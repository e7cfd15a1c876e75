// @vitest-environment node
import { expect, test } from "vitest";
import { bodyOf } from "./body";
import { countsOf } from "./counts";
import { draftOf, inputFor, readMapping, withMapping } from "./mapping";
import { PRESETS } from "./presets";
import { REASONS } from "./reasons";

test("a body is shown as the text that it is, and as JSON where it is JSON", () => {
  expect(bodyOf(btoa('{"id":1}'))).toEqual({ text: '{"id":1}', json: { id: 1 } });
  expect(bodyOf("w7w=")).toEqual({ text: "ü", json: undefined });
});

test("refusals are counted by reason, the most frequent first", () => {
  const counts = countsOf([
    { state: "accepted", reason: "", count: 7 },
    { state: "refused", reason: "no_secret", count: 1 },
    { state: "refused", reason: "wrong_signature", count: 5 },
  ]);
  expect(counts).toMatchObject({ received: 13, accepted: 7, refused: 6 });
  expect(counts.reasons.map((each) => each.reason)).toEqual(["wrong_signature", "no_secret"]);
});

test("every preset says what to do at the sender", () => {
  expect(PRESETS.filter((preset) => preset.steps.length === 0)).toEqual([]);
});

test("refusals say what to do", () => {
  expect(Object.values(REASONS).every((words) => words.advice !== "")).toBe(true);
});

const BOOK = {
  name: "book",
  event_type: "order.*",
  filter: null,
  connection_id: "con_1",
  operation: "create_sale_order",
  input: { reference: { $pointer: "/payload/id" } },
  tags: ["shop", "web"],
  answer: null,
};
const TELL = {
  ...BOOK,
  name: "tell",
  connection_id: null,
  operation: "",
  input: {},
  tags: [],
  answer: { job: "x" },
};

test("a mapping is the same after it was opened and saved", () => {
  expect(readMapping(draftOf(BOOK))).toEqual({ mapping: withoutAnswer(BOOK) });
  expect(readMapping(draftOf(TELL))).toEqual({
    mapping: { name: "tell", event_type: "order.*", filter: null, answer: { job: "x" } },
  });
});

test("a template that is no JSON object is not sent", () => {
  expect(readMapping({ ...draftOf(BOOK), input: "[1]" })).toHaveProperty("error");
  expect(readMapping({ ...draftOf(BOOK), input: "{" })).toHaveProperty("error");
});

test("a changed mapping keeps its place, a new one comes last, one is removed", () => {
  const changed = { ...withoutAnswer(BOOK), event_type: "*" };
  expect(withMapping([BOOK, TELL], BOOK, changed)).toEqual([changed, TELL]);
  expect(withMapping([BOOK, TELL], null, changed)).toEqual([BOOK, TELL, changed]);
  expect(withMapping([BOOK, TELL], BOOK, null)).toEqual([TELL]);
});

test("a template begins with what the operation requires", () => {
  const schema = { required: ["name"], properties: { name: {}, email: {} } };
  expect(JSON.parse(inputFor(schema))).toEqual({ name: { $pointer: "/payload/name" } });
});

function withoutAnswer({ answer: _, ...mapping }: typeof BOOK) {
  return mapping;
}
