import type { JobOut } from "@hub/client";
import { likeJob } from "@/components/job/copies";
import { advancedOf, NOTHING, readAdvanced } from "./advanced";

const PLAIN = {
  connection_id: "con_1",
  operation: "order.create",
  input: { order: 1 },
  priority: 5,
  run_at: null,
  expires_at: null,
  timeout_s: 30,
  max_runs: 6,
  tags: [],
  metadata: {},
  concurrency_key: null,
  concurrency_limit: 1,
} as unknown as JobOut;

const SET = {
  priority: 0,
  timeout_s: 2.5,
  max_runs: 1,
  tags: ["vip", "eu/at"],
  metadata: { order: 17 },
  concurrency_key: "customer:17",
  concurrency_limit: 3,
  expires_at: "2999-01-02T03:04:05.000Z",
  run_at: "2999-01-01T00:00:00.000Z",
};

test("a job made like another has everything that was set of it", () => {
  const job = { ...PLAIN, ...SET } as JobOut;

  expect(readAdvanced(advancedOf(job))).toEqual({ fields: SET, errors: {} });
  expect(likeJob(job)).toEqual({
    connection_id: "con_1",
    operation: "order.create",
    input: { order: 1 },
    ...SET,
  });
});

test("what the hub takes by itself is left empty", () => {
  expect(advancedOf(PLAIN)).toEqual(NOTHING);
});

test("times that are over are not taken over: the new job would have expired before it began", () => {
  const past = "2020-01-01T00:00:00Z";

  expect(advancedOf({ ...PLAIN, expires_at: past, run_at: past })).toEqual(NOTHING);
});

test("what cannot be a key or a limit is said", () => {
  const { errors } = readAdvanced({ ...NOTHING, turnsBy: "two words", atOnce: "0", expiresAt: "soon" });

  expect(Object.keys(errors).sort()).toEqual(["atOnce", "expiresAt", "turnsBy"]);
});

test("metadata with a whole number that this page would change is refused", () => {
  const { errors, fields } = readAdvanced({ ...NOTHING, metadata: '{"order": 12345678901234567890}' });

  expect(errors.metadata).toMatch(/^Whole numbers beyond/);
  expect(fields.metadata).toBeUndefined();
});
