import type { OverviewOut } from "@hub/client";
import { expect, test } from "vitest";
import { findingsOf } from "./verdict";

const NONE = { count: 0, more: false };

function overview(): OverviewOut {
  return {
    at: "2026-01-01T12:00:00Z",
    jobs: { counted_to: null, step_s: 60, series: [], open: {}, oldest_due: null },
    deliveries: {
      counted_to: null,
      step_s: 60,
      series: [],
      attempts: 1000,
      delivered: 1000,
      failed: 0,
      success_rate: 1,
      latency_ms: { p50: 5, p95: 20, p99: 30 },
      dead_24h: 0,
      held: NONE,
      oldest_due: null,
    },
    endpoints: { total: 3, failing: 0, disabled: 0, paused: 0, worst: [] },
    connections: { total: 2, broken: 0, parked: 0, expiring: 0, disabled: 0, worst: [] },
    replays: [],
    bulk_actions: [],
  };
}

const texts = (given: OverviewOut) => findingsOf(given).map(({ text }) => text);

test("nothing is found when all is well; a paused endpoint that owes nothing is no trouble", () => {
  const quiet = overview();
  quiet.endpoints.paused = 1;
  expect(findingsOf(quiet)).toEqual([]);
});

test("the worst comes first", () => {
  const given = overview();
  given.connections.parked = 2;
  given.endpoints.failing = 1;
  given.deliveries.held = { count: 10_000, more: true };
  expect(texts(given)).toEqual([
    "1 endpoint is failing",
    "2 connections are parked",
    "10,000+ deliveries are held",
  ]);
});

test("a queue is late after half a minute and very late after five", () => {
  const job = { job_id: "job_1", connection_id: "con_1" };
  const late = overview();
  late.jobs.oldest_due = { ...job, age_s: 29 };
  expect(findingsOf(late)).toEqual([]);
  late.jobs.oldest_due = { ...job, age_s: 31 };
  expect(findingsOf(late)).toEqual([
    { tone: "warn", text: "due jobs have waited 31 s", href: "/jobs/job_1" },
  ]);
  late.jobs.oldest_due = { ...job, age_s: 400 };
  expect(findingsOf(late)[0]?.tone).toBe("bad");
});

test("a low success rate counts only among enough attempts", () => {
  const given = overview();
  Object.assign(given.deliveries, { attempts: 5, success_rate: 0.2 });
  expect(findingsOf(given)).toEqual([]);
  Object.assign(given.deliveries, { attempts: 500 });
  expect(texts(given)).toEqual(["20.0 % of the last hour's attempts were delivered"]);
});
