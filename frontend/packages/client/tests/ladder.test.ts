import { afterEach, expect, test } from "vitest";
import { HubStream, readEventsFromApi, type StreamEvent, type StreamStatus } from "../src/index";
import { control, echo, logAfter, tickets, until } from "./hub";

let stream: HubStream | undefined;

afterEach(async () => {
  stream?.close();
  await control("start", "realtime");
});

test("killed realtime: down to polling and up again, and over all of it no event is lost or doubled", async () => {
  const heard: StreamEvent[] = [];
  const states: StreamStatus[] = [];
  let started: string | undefined;
  stream = new HubStream({ getTicket: tickets(), readEvents: readEventsFromApi, random: () => 0 });
  stream.onStatus(() => states.push(stream?.getStatus() ?? "closed"));
  stream.subscribe("tenant", {
    onEvent: (event) => heard.push(event),
    onCursor: (cursor) => {
      started ??= cursor;
    },
  });
  await until("it is live", () => started !== undefined);
  const done = (id: string) => () =>
    heard.some(({ type, data }) => type === "job.succeeded" && "id" in data && data.id === id);

  await until("the first has ended", done(await echo()));
  await control("kill", "realtime");
  const meanwhile = await echo();
  await until("it polls", () => stream?.getStatus() === "polling");
  await until("what happened meanwhile has come", done(meanwhile));
  await until("another has come by polling", done(await echo()));
  await control("start", "realtime");
  await until("it is live again", () => stream?.getStatus() === "live");
  await until("the last has ended", done(await echo()));

  const log = await logAfter(started);
  expect(heard.map(({ cursor }) => cursor)).toEqual(log.map(({ cursor }) => cursor));
  expect(states[0]).toBe("connecting");
  expect(states.indexOf("live")).toBeLessThan(states.indexOf("polling"));
  expect(states.at(-1)).toBe("live");
});
