"use server";

import { configureHub, createTicket, submitJob, type Topic } from "@hub/client";

const { HUB_URL: baseUrl, HUB_API_KEY: key, HUB_CONNECTION: connection_id = "" } = process.env;
configureHub({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

/** What the browser may do, and nothing else: the API key stays on this side. */
export async function submit(message: string, idempotencyKey: string) {
  const job = { connection_id, operation: "echo", input: { message, sleep_ms: 3000, steps: 3 } };
  return submitJob(job, { headers: { "Idempotency-Key": idempotencyKey } });
}

/** For the stream. Here is the place to ask whether this user may see these jobs. */
export async function ticket(topics: Topic[]) {
  return createTicket({ topics: topics.filter((topic) => topic.startsWith("job:")) });
}
