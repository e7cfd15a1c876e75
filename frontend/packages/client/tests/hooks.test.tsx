import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  cancelJob,
  createEndpoint,
  createReplay,
  getJob,
  HubStream,
  type HubStreamOptions,
  listDeliveries,
  pauseReplay,
  publishEvent,
} from "../src/index";
import {
  getGetJobQueryKey,
  HubProvider,
  useEvents,
  useJob,
  useJobs,
  useReplay,
  useStreamStatus,
  useSubmitJob,
} from "../src/react";
import { echo, hub, tickets } from "./hub";

const real = globalThis.fetch;
let asked: string[];
let stream: HubStream;
let client: QueryClient;

beforeEach(() => {
  asked = [];
  globalThis.fetch = (input, init) => {
    asked.push(`${init?.method ?? "GET"} ${new URL(String(input)).pathname}`);
    return real(input, init);
  };
});

afterEach(() => {
  cleanup();
  stream.close();
  client.clear();
  globalThis.fetch = real;
});

function until(what: string, condition: () => unknown): Promise<void> {
  const holds = async () => {
    if (!(await condition())) throw new Error(`Waited in vain until ${what}.`);
  };
  return waitFor(holds, { timeout: 20_000, interval: 20 });
}

function within(options: Partial<HubStreamOptions> = {}) {
  stream = new HubStream({ getTicket: tickets(), ...options });
  client = new QueryClient();
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <HubProvider stream={stream} queryClient={client}>
        {children}
      </HubProvider>
    ),
  };
}

/** Nothing of the stream gets through. */
const blocked: Partial<HubStreamOptions> = {
  WebSocket: class extends WebSocket {
    constructor() {
      super("ws://127.0.0.1:1/");
    }
  } as unknown as typeof WebSocket,
  fetch: () => Promise.reject(new TypeError("blocked")),
  random: () => 0,
};

function asksFor(id: string): number {
  return asked.filter((call) => call === `GET /api/v1/jobs/${id}`).length;
}

describe("useJob", () => {
  test("shows a job go from queued to succeeded, and asks for it once while it is live", async () => {
    const options = within();
    const states = new Set<string>();
    const turn = { concurrency_key: `turns-${Date.now()}` };
    const before = await echo({ sleep_ms: 60_000 }, turn);
    const id = await echo({ sleep_ms: 500 }, turn);
    const { result } = renderHook(() => {
      const state = useJob(id);
      if (state.job) states.add(state.job.status);
      return state;
    }, options);
    await until("it is live", () => result.current.transport === "live" && result.current.job);
    const asks = asksFor(id);

    await cancelJob(before, {});
    await until("it has succeeded", () => result.current.job?.status === "succeeded");

    expect([...states]).toEqual(["queued", "running", "succeeded"]);
    expect(asksFor(id)).toBe(asks);
    expect(result.current).toMatchObject({ transport: "live", error: null });
    expect(result.current.job?.input).toMatchObject({ message: "hello" });
  });

  test("asks again and again while the stream is blocked, and no more once the job has ended", async () => {
    const options = within(blocked);
    const id = await echo({ sleep_ms: 1500 });
    const { result } = renderHook(() => useJob(id), options);
    await until("it is there", () => result.current.job);

    expect(result.current.transport).toBe("polling");
    await until("it has succeeded", () => result.current.job?.status === "succeeded");

    expect(asksFor(id)).toBeGreaterThan(1);
    expect(client.getQueryCache().find({ queryKey: getGetJobQueryKey(id) })?.state.data).toBe(
      result.current.job,
    );
  });

  test("never lets an older answer overwrite what was heard since", async () => {
    const options = within();
    const id = await echo({ sleep_ms: 800 });
    const old = await getJob(id);
    const { result } = renderHook(() => useJob(id), options);
    await until("it has succeeded", () => result.current.job?.status === "succeeded");
    const ended = result.current.job;
    globalThis.fetch = () => Promise.resolve(Response.json(old));

    await act(() => client.refetchQueries({ queryKey: getGetJobQueryKey(id) }));

    expect(old.version).toBeLessThan(ended?.version ?? 0);
    expect(result.current.job).toEqual(ended);
  });

  test("says what is wrong when there is no such job", async () => {
    const { result } = renderHook(() => useJob("job_01jd8x2qcxe7atpw9q0k5m4n3r"), within());

    await until("it is told", () => result.current.error);

    expect(result.current.error).toMatchObject({ code: "not_found" });
    expect(result.current.job).toBeUndefined();
  });

  test("is stale while neither the stream nor the API is reached", async () => {
    const options = within(blocked);
    const id = await echo({ sleep_ms: 60_000 });
    const { result } = renderHook(() => useJob(id), options);
    await until("it is there", () => result.current.job);
    globalThis.fetch = () => Promise.reject(new TypeError("away"));

    await until("it is stale", () => result.current.transport === "stale");

    expect(result.current.error).toMatchObject({ code: "unreachable" });
    expect(result.current.job?.id).toBe(id);
  });
});

test("useSubmitJob submits once, though the first answer is lost, and follows the job", async () => {
  const { result } = renderHook(() => useSubmitJob(), within());
  const keys: string[] = [];
  globalThis.fetch = async (input, init) => {
    const key = new Headers(init?.headers).get("Idempotency-Key");
    if (key) keys.push(key);
    const response = await real(input, init);
    if (keys.length === 1 && key) throw new TypeError("the answer was lost");
    return response;
  };

  const job = { connection_id: hub.connection, operation: "echo", input: { message: "once" } };
  const id = await act(() => result.current.submit(job));
  await until("it has succeeded", () => result.current.job?.status === "succeeded");

  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(result.current).toMatchObject({ jobId: id, error: null });
});

describe("useJobs", () => {
  test("changes rows in place and counts new jobs instead of showing them", async () => {
    const tag = `list-${Date.now()}`;
    const options = within();
    const first = await echo({ sleep_ms: 2500 }, { tags: [tag] });
    const { result } = renderHook(() => useJobs({ tag, limit: 50 }), options);
    await until(
      "the list is there, live",
      () => result.current.jobs.length === 1 && result.current.transport === "live",
    );

    const second = await echo({}, { tags: [tag] });
    await echo({}, { tags: ["of-others"] });
    await until("the new one is counted", () => result.current.newCount === 1);
    await until("the row has changed", () => result.current.jobs[0]?.status === "succeeded");
    expect(result.current.jobs.map(({ id }) => id)).toEqual([first]);
    await act(() => result.current.showNew());

    await until("both are shown", () => result.current.jobs.length === 2);
    expect(result.current.jobs.map(({ id }) => id)).toEqual([second, first]);
    expect(result.current.newCount).toBe(0);
  });

  test("keeps up by asking while the stream is blocked", async () => {
    const tag = `polled-${Date.now()}`;
    const options = within(blocked);
    const id = await echo({ sleep_ms: 1000 }, { tags: [tag] });
    const { result } = renderHook(() => useJobs({ tag }), options);
    await until("the list is there", () => result.current.jobs.length === 1);
    await echo({}, { tags: [tag] });

    await until(
      "both changes are known",
      () => result.current.newCount === 1 && result.current.jobs[0]?.finished_at,
    );

    expect(result.current.jobs.map((job) => job.id)).toEqual([id]);
    expect(result.current.transport).toBe("polling");
  });
});

test("useEvents keeps the newest events of the types asked for, newest first", async () => {
  const options = within();
  const { result } = renderHook(
    () => ({
      ...useEvents("tag:heard", { types: ["job.queued", "job.s*"], keep: 3 }),
      status: useStreamStatus(),
    }),
    options,
  );
  await until("it is live", () => result.current.transport === "live" && result.current.status === "live");

  await echo({}, { tags: ["heard"] });
  await until("the first is over", () => result.current.events[0]?.type === "job.succeeded");
  await echo({}, { tags: ["heard"] });
  await until(
    "the second is over",
    () => result.current.events.filter(({ type }) => type === "job.succeeded").length > 1,
  );

  expect(result.current.events.map(({ type }) => type)).toEqual([
    "job.succeeded",
    "job.queued",
    "job.succeeded",
  ]);
  act(() => result.current.clear());
  expect(result.current.events).toEqual([]);
});

test("useReplay shows a replay to its end", async () => {
  const { id: endpoint_id } = await createEndpoint({
    url: "http://127.0.0.1:4444/hook",
    event_types: ["job.succeeded"],
  });
  const made = await createReplay({ filter: { endpoint_id }, reason: "test" });
  const { result } = renderHook(() => useReplay("id" in made ? made.id : ""), within());

  await until("it is over", () => result.current.replay?.state === "finished");

  expect(result.current).toMatchObject({ error: null });
  expect(result.current.replay?.finished_at).not.toBeNull();
});

test("useReplay tells what became of what was under way when it was paused", async () => {
  const held: (() => void)[] = [];
  let holding = false;
  const receiver = createServer((_, response) => {
    const answer = () => void response.writeHead(204).end();
    if (holding) held.push(answer);
    else answer();
  });
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const { id: endpoint_id } = await createEndpoint({
    url: `http://127.0.0.1:${port}/`,
    event_types: ["stock.counted"],
  });
  for (let left = 0; left < 30; left += 1) await publishEvent({ type: "stock.counted", data: { left } });
  const delivered = async () =>
    (await listDeliveries({ endpoint_id, status: ["delivered"], limit: 50 })).data.length;
  await until("all are delivered", async () => (await delivered()) === 30);
  holding = true;

  const made = await createReplay({
    filter: { endpoint_id, status: "delivered" },
    canary: 10,
    reason: "test",
  });
  const id = "id" in made ? made.id : "";
  const { result } = renderHook(() => useReplay(id), within());
  await until(
    "it is live and some are under way",
    () => result.current.transport === "live" && held.length > 0,
  );
  await pauseReplay(id, {});
  await until("it is paused", () => result.current.replay?.state === "paused");
  holding = false;
  for (const answer of held) answer();

  await until("the canary has ended", () => result.current.replay?.progress.delivered === 10);
  expect(result.current.replay).toMatchObject({
    delivered: 10,
    progress: { delivered: 10, waiting: 20 },
  });
  expect(result.current.replay?.eta_s).toBeNull();
});

test("a page without a provider is told what is missing", () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);

  expect(() => renderHook(() => useStreamStatus())).toThrow("Put a <HubProvider> around");

  quiet.mockRestore();
  within();
});
