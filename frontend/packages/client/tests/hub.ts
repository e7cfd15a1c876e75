import { inject } from "vitest";
import { configureHub, createTicket, listEvents, submitJob } from "../src/index";
import type { EventOut, NewJob, Ticket, Topic } from "../src/index";

/** The hub of this run. */
export const hub = inject("hub");

configureHub({ baseUrl: hub.url, headers: { Authorization: `Bearer ${hub.apiKey}` } });

/** A job of the echo connector: succeeds at once unless asked otherwise. Returns its id. */
export async function echo(
  input: Record<string, unknown> = {},
  changes: Partial<NewJob> = {},
): Promise<string> {
  const job = {
    connection_id: hub.connection,
    operation: "echo",
    input: { message: "hello", ...input },
    ...changes,
  };
  return (await submitJob(job)).id;
}

/** As a back end does it. */
export function tickets(lifetime_s = 60): (topics: Topic[]) => Promise<Ticket> {
  return (topics) => createTicket({ topics, lifetime_s });
}

/** Everything of the tenant's log behind a cursor (from its beginning without one), by plain reading. */
export async function logAfter(after?: string): Promise<EventOut[]> {
  const found: EventOut[] = [];
  for (let cursor = after; ;) {
    const page = await listEvents({ after: cursor, limit: 200 });
    found.push(...page.data);
    if (page.data.length === 0) return found;
    cursor = page.next_cursor;
  }
}

/** Does something to one of the hub's programs; `kill` is SIGKILL, and it stays away until `start`. */
export async function control(verb: "kill" | "stop" | "start", program: string): Promise<void> {
  const response = await fetch(`${hub.control}/${verb}/${program}`, { method: "POST" });
  if (!response.ok) throw new Error(`${verb} ${program}: ${response.status}`);
}

/** Waits until the condition holds; asks often, and says what it waited for when the time is over. */
export async function until(what: string, condition: () => unknown, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
