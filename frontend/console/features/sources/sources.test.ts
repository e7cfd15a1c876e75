// @vitest-environment node
import { expect, test } from "vitest";
import { bodyOf } from "./body";
import { countsOf } from "./counts";
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
