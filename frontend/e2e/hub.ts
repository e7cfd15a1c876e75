import { inject } from "vitest";

/** What this run has been given to test. */
export const facts = inject("facts");

/** A call of the hub's API with the tenant's key, past the console. Throws unless it succeeds. */
export async function api<T>(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${facts.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${facts.apiKey}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** `kill`, `stop` or `start` one of the hub's programs; what was killed stays away until `start`. */
export async function control(verb: "kill" | "stop" | "start", program: string): Promise<void> {
  await order(`${verb}/${program}`);
}

/** From now on the receiver answers the path with this status. Returns the path's address. */
export async function receiverAnswers(path: string, status: number): Promise<string> {
  await order(`answer/${status}${path}`);
  return facts.receiver + path;
}

/** Makes somebody who signs in with the first operator's password; a tenant other than `demo` is made along. */
export async function makeOperator(tenant: string, role: string, email: string): Promise<void> {
  await order(`operator/${tenant}/${role}/${email}`);
}

/** Gives an endpoint so many delivered deliveries, as if they had gone out. */
export async function makeDeliveries(endpoint: string, count: number): Promise<void> {
  await order(`deliveries/${endpoint}/${count}`);
}

async function order(what: string): Promise<void> {
  const answer = await fetch(`${facts.control}/${what}`, { method: "POST" });
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
}

/** The first value that is neither false nor missing; asks often, and says what it waited for when time is over. */
export async function until<T>(
  what: string,
  find: () => Promise<T | undefined | null | false>,
  timeoutMs = 60_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
