import { expect, test } from "vitest";
import { formatDuration, formatMany, formatPercent, formatRelative } from "./format";

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [2400, "2.4 s"],
  [59_960, "1 m"],
  [192_000, "3 m 12 s"],
  [18_120_000, "5 h 2 m"],
  [273_600_000, "3 d 4 h"],
])("%d ms are %s", (ms, words) => expect(formatDuration(ms)).toBe(words));

test("a share below one is never shown as 100 %", () => {
  expect([1, 0.99999, 0.975, 0].map(formatPercent)).toEqual(["100 %", "99.99 %", "97.5 %", "0.0 %"]);
});

test("past and future are told apart", () => {
  expect([-500, 12_000, 180_000, -180_000].map((ago) => formatRelative(1e9 - ago, 1e9))).toEqual([
    "just now",
    "12 s ago",
    "3 m ago",
    "in 3 m",
  ]);
});

test("one is one, and no other number is", () => {
  expect([0, 1, 1200].map((count) => formatMany(count, "jobs"))).toEqual(["0 jobs", "1 job", "1,200 jobs"]);
  expect([1, 2].map((count) => formatMany(count, "deliveries"))).toEqual(["1 delivery", "2 deliveries"]);
});
