import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HubStream, type HubStreamOptions, type SubscriptionTransport } from "../src/index";
import { afterClose, climbDelay, nextRung, reconnectDelay } from "../src/stream/ladder";
import { SseParser } from "../src/stream/sseparser";

describe("the pauses", () => {
  test("grow from half a second to half a minute, and are drawn from all of it", () => {
    expect([0, 1, 2, 5, 6, 50].map((tries) => reconnectDelay(tries, 1))).toEqual([
      500, 1000, 2000, 16000, 30000, 30000,
    ]);
    expect(reconnectDelay(3, 0.25)).toBe(1000);
    expect(reconnectDelay(3, 0)).toBe(0);
  });

  test("before a climb grow to a minute, and are never shorter than half of that", () => {
    expect([0, 1, 2, 9].map((climbs) => climbDelay(climbs, 1))).toEqual([5000, 10000, 20000, 60000]);
    expect(climbDelay(0, 0)).toBe(2500);
  });
});

test.each([
  ["socket", 0, 1, "socket"],
  ["socket", 1, 1, "socket"],
  ["socket", 2, 4, "sse"],
  ["socket", 2, 5, "polling"],
  ["sse", 0, 1, "sse"],
  ["sse", 1, 1, "polling"],
  ["polling", 9, 1, "polling"],
] as const)("on %s after %i failures with %i topics comes %s", (rung, failures, topics, next) => {
  expect(nextRung(rung, failures, topics)).toBe(next);
});

test.each([
  [1009, false, false, 0],
  [4400, false, false, 0],
  [4403, false, false, 0],
  [4401, true, true, 0],
  [4429, true, false, 5000],
  [1012, true, false, 0],
  [1006, true, false, 0],
  [undefined, true, false, 0],
])("close code %s: back %s, new ticket %s, not before %i ms", (code, back, newTicket, leastMs) => {
  expect(afterClose(code)).toEqual({ back, newTicket, leastMs });
});

test("an event stream is understood wherever it is cut", () => {
  const text =
    'retry: 1000\nid: A\nevent: ready\ndata: {"recovered":true}\n\n: ping\n\nid: B\r\ndata: {"id":"evt"}\r\n\r\n';
  const whole = [
    { name: "ready", id: "A", data: '{"recovered":true}' },
    { name: "message", id: "B", data: '{"id":"evt"}' },
  ];

  for (let cut = 0; cut <= text.length; cut += 1) {
    const parser = new SseParser();
    expect([...parser.feed(text.slice(0, cut)), ...parser.feed(text.slice(cut))]).toEqual(whole);
  }
});

/** A socket whose other side is the test. */
class Wire {
  static all: Wire[] = [];
  static get last(): Wire {
    const wire = Wire.all.at(-1);
    if (!wire) throw new Error("There is no socket.");
    return wire;
  }
  readyState = 0;
  sent: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor() {
    Wire.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close() {
    this.readyState = 3;
  }

  say(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  ready() {
    this.readyState = 1;
    this.onopen?.();
    this.say({ op: "ready" });
  }

  drop(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

describe("with the clock in hand", () => {
  let stream: HubStream;
  let ticketsGiven: number;
  let transports: SubscriptionTransport[];

  beforeEach(() => {
    vi.useFakeTimers();
    Wire.all = [];
    ticketsGiven = 0;
    transports = [];
  });

  afterEach(() => {
    stream.close();
    vi.useRealTimers();
  });

  async function follow(options: Partial<HubStreamOptions> = {}) {
    const lifeMs = 60_000;
    stream = new HubStream({
      getTicket: async () => {
        ticketsGiven += 1;
        const expires_at = new Date(Date.now() + lifeMs).toISOString();
        return { ticket: `t${ticketsGiven}`, stream_url: "ws://hub.test/ws/v1", expires_at };
      },
      WebSocket: Wire as unknown as typeof WebSocket,
      fetch: () => Promise.reject(new TypeError("away")),
      random: () => 1,
      ...options,
    });
    stream.subscribe("tenant", { onTransport: (transport) => transports.push(transport) });
    await vi.advanceTimersByTimeAsync(0);
  }

  test("a stream that was told to go comes back exactly when it was told", async () => {
    await follow();
    Wire.last.ready();
    Wire.last.say({ op: "closing", reconnect_after_ms: 1830 });
    Wire.last.drop(1012);

    await vi.advanceTimersByTimeAsync(1829);
    expect(Wire.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(Wire.all).toHaveLength(2);
    expect(ticketsGiven).toBe(1);
  });

  test("a refused ticket is asked for anew, too many streams wait five seconds, and another tenant's ticket ends it", async () => {
    await follow();
    Wire.last.drop(4401);
    await vi.advanceTimersByTimeAsync(1000);
    expect([Wire.all.length, ticketsGiven]).toEqual([2, 2]);

    Wire.last.ready();
    await vi.advanceTimersByTimeAsync(6000);
    Wire.last.drop(4429);
    await vi.advanceTimersByTimeAsync(4999);
    expect(Wire.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(Wire.all).toHaveLength(3);

    Wire.last.ready();
    Wire.last.say({ op: "subscribed", sid: "s1", cursor: "C", recovered: false, snapshot: null });
    expect(transports.at(-1)).toBe("live");
    Wire.last.drop(4403);
    expect([stream.getStatus(), transports.at(-1)]).toEqual(["closed", "stale"]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(Wire.all).toHaveLength(3);
  });

  test("silence for a minute is a dead connection, pings are not silence", async () => {
    await follow();
    Wire.last.ready();
    await vi.advanceTimersByTimeAsync(50_000);
    Wire.last.say({ op: "ping" });
    expect(Wire.last.sent.at(-1)).toEqual({ op: "pong" });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(stream.getStatus()).toBe("live");

    await vi.advanceTimersByTimeAsync(1);

    expect(stream.getStatus()).toBe("connecting");
  });

  test("the ticket is renewed in place at two thirds of its life", async () => {
    await follow();
    Wire.last.ready();
    await vi.advanceTimersByTimeAsync(39_999);
    expect(ticketsGiven).toBe(1);

    await vi.advanceTimersByTimeAsync(1);

    expect(Wire.all).toHaveLength(1);
    expect(Wire.last.sent.at(-1)).toEqual({ op: "auth", ticket: "t2" });
  });

  test("a hub that is away is stale, looked for ever more rarely, and live as soon as a socket is ready", async () => {
    await follow();
    for (let failed = 0; failed < 60; failed += 1) {
      if (Wire.last.readyState === 0) Wire.last.drop();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(stream.getStatus()).toBe("stale");
    expect(Wire.all.length).toBeLessThan(8);

    const before = Wire.all.length;
    while (Wire.all.length === before) await vi.advanceTimersByTimeAsync(1000);
    Wire.last.ready();

    expect(stream.getStatus()).toBe("live");
  });

  test("a socket that is cut right after it was let in is no way to go", async () => {
    const asked: string[] = [];
    await follow({
      fetch: (input) => {
        asked.push(new URL(String(input)).pathname);
        return Promise.reject(new TypeError("away"));
      },
    });
    Wire.last.ready();
    Wire.last.drop();
    await vi.advanceTimersByTimeAsync(1000);
    Wire.last.ready();
    Wire.last.drop();
    await vi.advanceTimersByTimeAsync(2000);

    expect(asked[0]).toBe("/stream/v1/sse");
  });

  test("a ticket that does not come is asked for anew", async () => {
    let asked = 0;
    const never = new Promise<never>(() => undefined);
    await follow({ getTicket: () => ((asked += 1), never) });

    await vi.advanceTimersByTimeAsync(14_999);
    expect([asked, stream.getStatus()]).toEqual([1, "connecting"]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stream.getStatus()).toBe("stale");
  });

  test("going online again tries at once", async () => {
    await follow();
    for (let failed = 0; failed < 30; failed += 1) {
      if (Wire.last.readyState === 0) Wire.last.drop();
      await vi.advanceTimersByTimeAsync(1000);
    }
    const before = Wire.all.length;

    const online = document.createEvent("Event");
    online.initEvent("online");
    window.dispatchEvent(online);
    await vi.advanceTimersByTimeAsync(0);

    expect(Wire.all).toHaveLength(before + 1);
  });
});
