import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import {
  HubStream,
  type HubStreamOptions,
  readEventsFromApi,
  type StreamEvent,
  type StreamStatus,
  type Topic,
} from "../src/index";
import { control, echo, logAfter, tickets, until } from "./hub";

const open: HubStream[] = [];

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

function streamWith(options: Partial<HubStreamOptions> = {}): HubStream {
  const stream = new HubStream({ getTicket: tickets(), ...options });
  open.push(stream);
  return stream;
}

/** A proxy that lets no WebSocket through. */
const blocked = class extends WebSocket {
  constructor() {
    super("ws://127.0.0.1:9/");
  }
} as unknown as typeof WebSocket;

/** One that keeps event streams to itself, too. */
const noStreams: typeof fetch = (input, init) =>
  String(input).includes("/sse") ? Promise.reject(new TypeError("blocked")) : fetch(input, init);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function recorder(stream: HubStream, topic: Topic, since?: string, onFault?: (code: string) => void) {
  const events: StreamEvent[] = [];
  const cursors: string[] = [];
  const end = stream.subscribe(topic, {
    since,
    onEvent: (event) => events.push(event),
    onCursor: (cursor) => cursors.push(cursor),
    onFault: ({ code }) => onFault?.(code),
  });
  const types = () => events.map(({ type }) => type);
  return { events, cursors, types, end };
}

const WHOLE = ["job.queued", "job.running", "job.succeeded"];

const rungs: [string, StreamStatus, Partial<HubStreamOptions>][] = [
  ["a WebSocket", "live", {}],
  ["server-sent events", "live", { WebSocket: blocked, random: () => 0 }],
  ["long polling", "polling", { WebSocket: blocked, fetch: noStreams, random: () => 0 }],
];

describe.each(rungs)("by %s", (_name, status, options) => {
  test("every event of a topic comes once, in order, with a cursor to go on from", async () => {
    const stream = streamWith(options);
    const heard = recorder(stream, "tag:ladder");
    await until("it is connected", () => stream.getStatus() === status && heard.cursors.length > 0);

    const id = await echo({}, { tags: ["ladder"] });
    await until("the job has ended", () => heard.types().includes("job.succeeded"));

    expect(heard.types()).toEqual(WHOLE);
    expect(heard.events.every(({ data }) => (data as { id: string }).id === id)).toBe(true);
    expect(heard.cursors.slice(-1)).toEqual(heard.events.map(({ cursor }) => cursor).slice(-1));
  });

  test("a cursor from before brings what was missed", async () => {
    const first = recorder(streamWith(options), "tag:resumed");
    await until("a cursor is there", () => first.cursors.length > 0);
    const since = first.cursors.at(-1);
    first.end();

    await echo({}, { tags: ["resumed"] });
    const second = recorder(streamWith(options), "tag:resumed", since);

    await until("everything has come", () => second.types().includes("job.succeeded"));
    expect(second.types()).toEqual(WHOLE);
  });

  test("a topic that is not there is refused", async () => {
    const faults: string[] = [];
    const stream = streamWith({ ...options, getTicket: () => tickets()(["tenant"]) });

    stream.subscribe("job:job_01jd8x2qcxe7atpw9q0k5m4n3r", { onFault: ({ code }) => faults.push(code) });

    await until("it is told", () => faults.length > 0);
    expect(faults).toEqual(["not_found"]);
  });
});

describe("a stream", () => {
  test("begins with the job's present state where this is asked for", async () => {
    const id = await echo();
    const snapshots: Record<string, unknown>[] = [];
    streamWith().subscribe(`job:${id}`, { onSnapshot: (snapshot) => snapshots.push(snapshot) });

    await until("it has come", () => snapshots.length > 0);

    expect(snapshots[0]).toMatchObject({ id, operation: "echo" });
  });

  test("goes on when a handler throws, and says so", async () => {
    const errors: unknown[] = [];
    const stream = streamWith({ onError: (error) => errors.push(error) });
    const broken = new Error("of the handler");
    const heard = recorder(stream, "tag:throws");
    stream.subscribe("tag:throws", {
      onEvent: () => {
        throw broken;
      },
    });
    await until("it is connected", () => heard.cursors.length > 0);

    await echo({}, { tags: ["throws"] });
    await until("the job has ended", () => heard.types().includes("job.succeeded"));

    expect(heard.types()).toEqual(WHOLE);
    expect(errors).toEqual([broken, broken, broken]);
  });

  test("gets a new ticket in place before the old one ends, and misses nothing", async () => {
    const given: string[] = [];
    const sockets: WebSocket[] = [];
    const counted = class extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        sockets.push(this);
      }
    } as unknown as typeof WebSocket;
    const stream = streamWith({
      WebSocket: counted,
      getTicket: async (topics) => {
        const ticket = await tickets(3)(topics);
        given.push(ticket.ticket);
        return ticket;
      },
    });
    const heard = recorder(stream, "tag:renewed");

    await until("the ticket was renewed twice", () => given.length >= 3);
    await echo({}, { tags: ["renewed"] });
    await until("the job has ended", () => heard.types().includes("job.succeeded"));

    expect(heard.types()).toEqual(WHOLE);
    expect(sockets).toHaveLength(1);
    expect(new Set(given).size).toBe(given.length);
  });

  test("asks for a ticket that names a topic which joins later, on the same connection", async () => {
    const asked: Topic[][] = [];
    const stream = streamWith({
      getTicket: (topics) => {
        asked.push(topics);
        return tickets()(topics);
      },
    });
    const first = recorder(stream, "tag:one");
    await until("it is connected", () => first.cursors.length > 0);

    const second = recorder(stream, "tag:two");
    await until("the second stands", () => second.cursors.length > 0);

    expect(asked).toEqual([["tag:one"], ["tag:one", "tag:two"]]);
    expect(stream.getStatus()).toBe("live");
  });

  test("follows a topic that joins while a ticket for another one is on its way", async () => {
    const slowly = async (topics: Topic[]) => {
      await pause(300);
      return tickets()(topics);
    };
    const stream = streamWith({ getTicket: slowly });
    const faults: string[] = [];
    const first = recorder(stream, "tag:first");
    await until("it is live", () => first.cursors.length > 0);

    recorder(stream, "tag:second", undefined, (code) => faults.push(code));
    await pause(50);
    const third = recorder(stream, "tag:third", undefined, (code) => faults.push(code));
    await until("the third stands, or is refused", () => third.cursors.length + faults.length > 0);
    await echo({}, { tags: ["third"] });

    await until("its events come, or it is refused", () => third.types().length === 3 || faults.length > 0);
    expect(faults).toEqual([]);
  });

  test.each(rungs)(
    "tells one topic that is not there, and goes on with the others, by %s",
    async (...[, , rung]) => {
      const faults: string[] = [];
      const stream = streamWith(rung);
      const good = recorder(stream, "tag:beside");
      stream.subscribe("job:job_01jd8x2qcxe7atpw9q0k5m4n3r", { onFault: ({ code }) => faults.push(code) });
      stream.subscribe("tag:not a tag", { onFault: ({ code }) => faults.push(code) });

      await until("the good one stands", () => good.cursors.length > 0);
      await echo({}, { tags: ["beside"] });
      await until("the job has ended", () => good.types().includes("job.succeeded"));

      expect(faults.sort()).toEqual(["invalid_topic", "not_found"]);
      expect(good.types()).toEqual(WHOLE);
    },
  );

  test("follows a hundred topics, and refuses only those that are more", async () => {
    const faults: string[] = [];
    const stream = streamWith();
    const all = Array.from({ length: 100 }, (_, place) => recorder(stream, `tag:many-${place}`));
    stream.subscribe("tag:too-many", { onFault: ({ code }) => faults.push(code) });

    await until("all stand", () => all.every(({ cursors }) => cursors.length > 0));

    expect(faults).toEqual(["too_many_subscriptions"]);
  });

  test("is closed when nobody listens, and opens again", async () => {
    const stream = streamWith();
    const states: string[] = [];
    stream.onStatus(() => states.push(stream.getStatus()));
    const first = recorder(stream, "tenant");
    await until("it is live", () => stream.getStatus() === "live");

    first.end();
    await until("it is closed", () => stream.getStatus() === "closed");
    recorder(stream, "tenant");
    await until("it is live again", () => stream.getStatus() === "live");

    expect(states).toEqual(["connecting", "live", "closed", "connecting", "live"]);
  });
});

describe("when the realtime process", () => {
  afterEach(() => control("start", "realtime"));

  test("is away from the beginning, the API's log is followed from its end, by polling", async () => {
    const before = await echo({}, { tags: ["before"] });
    const ofJob = (events: { type: string; data: unknown }[], wanted: string) =>
      events.filter(({ data }) => (data as { id?: string }).id === wanted).map(({ type }) => type);
    await until("the log has the job before to its end", async () =>
      ofJob(await logAfter(), before).includes("job.succeeded"),
    );
    await control("stop", "realtime");
    const stream = streamWith({ readEvents: readEventsFromApi, random: () => 0 });
    const all = recorder(stream, "tenant");
    await until("it is polling", () => stream.getStatus() === "polling");

    const id = await echo();
    const job = recorder(stream, `job:${id}`);
    await until("the job has ended", () => ofJob(all.events, id).includes("job.succeeded"));

    // Jobs of other tests may still be at work.
    expect(ofJob(all.events, id)).toEqual(WHOLE);
    expect(ofJob(all.events, before)).toEqual([]);
    await until("the job's own topic stands", () => job.cursors.length > 0);
    expect(stream.getStatus()).toBe("polling");
  });

  test("takes connections and says nothing, the API's log is followed within half a minute", async () => {
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
    const { port } = silent.address() as AddressInfo;
    const stream = streamWith({
      getTicket: async (topics) => ({
        ...(await tickets()(topics)),
        stream_url: `ws://127.0.0.1:${port}/ws/v1`,
      }),
      readEvents: readEventsFromApi,
      random: () => 0,
    });
    const all = recorder(stream, "tenant");
    onTestFinished(() => void silent.close());

    await until("it is polling", () => stream.getStatus() === "polling", 30_000);

    const id = await echo();
    // Jobs of other tests are this tenant's, too.
    const types = () =>
      all.events.filter(({ data }) => (data as { id: string }).id === id).map(({ type }) => type);
    await until("the job has ended", () => types().includes("job.succeeded"));
    expect(types()).toEqual(WHOLE);
  });

  test("is restarted, the stream resumes where it was", async () => {
    const stream = streamWith();
    const heard = recorder(stream, "tag:restart");
    await until("it is live", () => heard.cursors.length > 0);
    await echo({}, { tags: ["restart"] });
    await until("the first has ended", () => heard.types().includes("job.succeeded"));

    await control("stop", "realtime");
    await echo({}, { tags: ["restart"] });
    await control("start", "realtime");

    await until("everything has come", () => heard.events.length === 6 && stream.getStatus() === "live");
    expect(heard.types()).toEqual([...WHOLE, ...WHOLE]);
  });
});
