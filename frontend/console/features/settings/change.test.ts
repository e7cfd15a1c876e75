// @vitest-environment node
import type { SettingsOut } from "@hub/client";
import { expect, test } from "vitest";
import { changeOf, daysLost, enteredOf } from "./change";

const SETTINGS: SettingsOut = {
  event_types: "open",
  retention_days: 30,
  job_retention_days: 90,
  retention_days_max: 90,
  jobs_in_flight: null,
};

test("only what differs is sent", () => {
  expect(changeOf(SETTINGS, enteredOf(SETTINGS))).toBeNull();
  expect(changeOf(SETTINGS, { ...enteredOf(SETTINGS), checking: "strict", inFlight: "8" })).toEqual({
    event_types: "strict",
    jobs_in_flight: 8,
  });
});

test("an empty limit takes the limit away", () => {
  const limited = { ...SETTINGS, jobs_in_flight: 5 };
  expect(changeOf(limited, { ...enteredOf(limited), inFlight: "" })).toEqual({ jobs_in_flight: null });
});

test("a shorter retention says how many days are lost", () => {
  expect(daysLost(SETTINGS, { ...enteredOf(SETTINGS), events: "7", jobs: "120" })).toEqual({
    events: 23,
    jobs: 0,
  });
});
