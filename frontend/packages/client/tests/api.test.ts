import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { cancelJob, configureHub, getJob, HubProblem, listJobs, submitJob } from "../src/index";
import { echo, hub, until } from "./hub";

const asKey = { baseUrl: hub.url, headers: { Authorization: `Bearer ${hub.apiKey}` } };

afterEach(() => configureHub({ ...asKey, readTimeoutMs: 15_000 }));

async function problem(call: Promise<unknown>): Promise<HubProblem> {
  const error: unknown = await call.then(
    () => expect.fail("There was no problem."),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HubProblem);
  return error as HubProblem;
}

describe("a generated call", () => {
  test("gives the answer's body itself", async () => {
    const id = await echo({ message: "typed" }, { tags: ["client-test"] });

    await until("the job has succeeded", async () => (await getJob(id)).status === "succeeded");

    const job = await getJob(id);
    expect(job.output).toMatchObject({ message: "typed" });
    const page = await listJobs({ tag: "client-test", limit: 1 });
    expect(page.data.map((each) => each.id)).toEqual([id]);
  });

  test("sends an unchanged job's ETag and gives the same object again", async () => {
    const id = await echo();
    await until("the job has ended", async () => (await getJob(id)).finished_at);

    const [first, second] = [await getJob(id), await getJob(id)];

    expect(second).toBe(first);
  });

  test("asks for headers anew each time where a function gives them", async () => {
    let asked = 0;
    configureHub({
      headers: async () => {
        asked += 1;
        return { Authorization: `Bearer ${hub.apiKey}` };
      },
    });

    await listJobs({ limit: 1 });
    await listJobs({ limit: 1 });

    expect(asked).toBe(2);
  });
});

test("what is undefined in a configuration stays as it was", async () => {
  configureHub({ baseUrl: undefined, headers: undefined });

  expect((await listJobs({ limit: 1 })).data.length).toBeLessThan(2);
});

describe("a problem", () => {
  test("names the fields that are wrong", async () => {
    const found = await problem(submitJob({ connection_id: "nonsense", operation: "" }));

    expect(found).toMatchObject({ status: 422, code: "invalid_fields", title: expect.any(String) });
    expect(found.errors.map(({ field }) => field)).toEqual(["body.operation"]);
    expect(found.detail).toBe(found.message);
    expect(found.requestId).toMatch(/.+/);
  });

  test("has the hub's own code for what is not there", async () => {
    const found = await problem(getJob("job_01jd8x2qcxe7atpw9q0k5m4n3r"));

    expect(found).toMatchObject({ status: 404, code: "not_found" });
  });

  test("says that the caller is not signed in", async () => {
    configureHub({ headers: {} });

    expect(await problem(listJobs())).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  test("is `unreachable` where nobody answers", async () => {
    configureHub({ baseUrl: "http://127.0.0.1:9" });

    expect(await problem(listJobs())).toMatchObject({ status: 0, code: "unreachable", requestId: null });
  });

  test("is `timed_out` where a read gets no answer in time; a write may take as long as it does", async () => {
    const writes: ServerResponse[] = [];
    const slow = createServer(({ method }, response) => method === "POST" && writes.push(response));
    await new Promise<void>((listening) => slow.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void slow.close());
    configureHub({ baseUrl: `http://127.0.0.1:${(slow.address() as AddressInfo).port}`, readTimeoutMs: 200 });

    const written = cancelJob("job_01jd8x2qcxe7atpw9q0k5m4n3r", {});
    const read = await problem(listJobs());

    expect(read).toMatchObject({ status: 0, code: "timed_out", requestId: null });
    await until("the write has come", () => writes.length === 1);
    writes[0]?.writeHead(200, { "Content-Type": "application/json" }).end('{"id":"job_1"}');
    expect(await written).toEqual({ id: "job_1" });
  });

  test("is not made of an abort", async () => {
    const reason = await listJobs({}, { signal: AbortSignal.abort() }).catch((error: unknown) => error);

    expect(reason).not.toBeInstanceOf(HubProblem);
    expect((reason as Error).name).toBe("AbortError");
  });

  test("is not made of what another server says", async () => {
    configureHub({ baseUrl: hub.streamUrl });

    expect((await problem(listJobs())).status).toBe(404);
  });
});
