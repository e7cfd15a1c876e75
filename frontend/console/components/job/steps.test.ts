import type { DeliveryOut, EventOut, JobOut, RunOut } from "@hub/client";
import { stepsOf } from "./steps";

const at = (s: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, s)).toISOString();

function makeJob(changes: Partial<JobOut>): JobOut {
  return {
    status: "running",
    created_at: at(0),
    run_at: null,
    finished_at: null,
    error: null,
    ...changes,
  } as JobOut;
}

function makeRun(changes: Partial<RunOut>): RunOut {
  const run = {
    id: "run_1",
    kind: "call",
    status: "succeeded",
    outcome: null,
    started_at: at(1),
    finished_at: at(3),
  };
  return { ...run, provider_request_id: null, exchanges: [], exchanges_left_out: 0, ...changes };
}

const event = (type: string, s: number) => ({ id: `evt_${type}_${s}`, type, timestamp: at(s) }) as EventOut;
const delivery = (changes: Partial<DeliveryOut>) =>
  ({ id: "dlv_1", status: "delivered", created_at: at(3), ...changes }) as DeliveryOut;

test("a job that went well is accepted, run, answered and told, in this order", () => {
  const job = makeJob({ status: "succeeded", finished_at: at(3) });

  const steps = stepsOf({ job, runs: [makeRun({})], events: [], deliveries: [delivery({})] });

  expect(steps.map((step) => [step.title, step.tone])).toEqual([
    ["Accepted", "info"],
    ["Run 1 was answered", "ok"],
    ["Succeeded", "ok"],
    ["Receivers were told", "ok"],
  ]);
  expect(steps.map((step) => step.tookMs)).toEqual([undefined, 2000, 3000, undefined]);
});

test("a wait between two runs stands between them, and what is to come is last", () => {
  const outcome = { category: "unavailable", message: "It is down.", provider_code: "503" };
  const runs = [
    makeRun({ id: "run_1", status: "failed", outcome }),
    makeRun({ id: "run_2", status: "running", started_at: at(9), finished_at: null }),
  ];

  const steps = stepsOf({ job: makeJob({}), runs, events: [event("job.retrying", 4)], deliveries: [] });

  expect(steps.map((step) => step.title)).toEqual([
    "Accepted",
    "Run 1 failed",
    "Waits for the next run",
    "Run 2 is under way",
    "The answer",
  ]);
  expect(steps[1]?.says).toEqual(["It is down.", "unavailable · 503"]);
  expect(steps.at(-1)?.at).toBeNull();
});

test("a look for a lost effect is no run and is counted by itself", () => {
  const runs = [makeRun({ status: "unknown" }), makeRun({ id: "run_2", kind: "find", started_at: at(5) })];

  const steps = stepsOf({ job: makeJob({ status: "reconciling" }), runs, events: [], deliveries: [] });

  expect(steps.map((step) => step.title)).toEqual([
    "Accepted",
    "Run 1 got no answer",
    "Look 1 for its effect was answered",
    "What became of it",
  ]);
});

test("what the last run said is not said again by the answer", () => {
  const error = { category: "validation", message: "No such customer." };
  const job = makeJob({ status: "failed", finished_at: at(3), error });

  const steps = stepsOf({
    job,
    runs: [makeRun({ status: "failed", outcome: error })],
    events: [],
    deliveries: [],
  });

  expect(steps.at(-1)).toMatchObject({ title: "Failed", tone: "bad", says: [] });
});

test("receivers that are not told yet are counted, and a dead one is bad", () => {
  const job = makeJob({ status: "succeeded", finished_at: at(3) });
  const open = stepsOf({
    job,
    runs: [],
    events: [],
    deliveries: [delivery({}), delivery({ status: "pending" })],
  });
  const dead = stepsOf({ job, runs: [], events: [], deliveries: [delivery({ status: "dead" })] });

  expect(open.at(-1)?.title).toBe("Telling receivers: 1 of 2 still to do");
  expect(dead.at(-1)?.tone).toBe("bad");
});
