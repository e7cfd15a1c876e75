import type { ReplayOut } from "@hub/client";
import { expect, it } from "vitest";
import { counted, moves, steps, waiting } from "./outcomes";

const replay = { pending: 7, delivered: 2, dead: 1, cancelled: 0, skipped: 0 } as ReplayOut;

it("splits what is left as the API tells it", () => {
  const told = { ...replay, progress: { waiting: 5, pending: 2 } };
  expect(counted(told).map((each) => `${each.count} ${each.outcome}`)).toEqual([
    "5 waiting",
    "2 pending",
    "2 delivered",
    "1 dead",
  ]);
});

it("says only how much is left while events are ahead of the split", () => {
  const told = { ...replay, progress: { waiting: 90, pending: 2 } };
  expect(counted(told)[0]).toEqual({ outcome: "pending", count: 7 });
});

it("counts who waits for a turn by the split only while it is not behind the events", () => {
  expect(waiting({ ...replay, progress: { waiting: 5, pending: 2 } })).toBe(5);
  expect(waiting({ ...replay, progress: { waiting: 5000 } })).toBe(7);
});

it("tells a speed and a time to go only of what moves", () => {
  expect(moves({ ...replay, state: "running" })).toBe(true);
  expect(moves({ ...replay, state: "paused" })).toBe(false);
  expect(moves({ ...replay, state: "waiting" })).toBe(false);
});

it("offers what the state allows", () => {
  expect(steps("running")).toEqual({ pause: true, resume: false, cancel: true, pace: true });
  expect(steps("waiting")).toEqual({ pause: false, resume: true, cancel: true, pace: true });
  expect(steps("finished")).toEqual({ pause: false, resume: false, cancel: false, pace: false });
});
