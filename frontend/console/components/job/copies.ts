import type { JobOut, NewJob } from "@hub/client";

/* What the hub takes where a submission says nothing: left out of what is copied. */
const PRIORITY = 5;
const TIMEOUT_S = 30;
const MAX_RUNS = 6;
const AT_ONCE = 1;

/**
 * The submission that makes a job like this one: all that was set of it and that the hub tells, times as far as they are
 * still to come. Its callback's secret and the jobs that it waited for are not told.
 */
export function likeJob(job: JobOut): NewJob {
  return {
    connection_id: job.connection_id,
    operation: job.operation,
    input: job.input,
    ...(job.priority !== PRIORITY && { priority: job.priority }),
    ...(isToCome(job.run_at) && { run_at: job.run_at }),
    ...(isToCome(job.expires_at) && { expires_at: job.expires_at }),
    ...(job.timeout_s !== TIMEOUT_S && { timeout_s: job.timeout_s }),
    ...(job.max_runs !== MAX_RUNS && { max_runs: job.max_runs }),
    ...(job.tags.length > 0 && { tags: job.tags }),
    ...(Object.keys(job.metadata).length > 0 && { metadata: job.metadata }),
    ...(job.concurrency_key !== null && { concurrency_key: job.concurrency_key }),
    ...(job.concurrency_limit !== AT_ONCE && { concurrency_limit: job.concurrency_limit }),
  };
}

function isToCome(at: string | null): boolean {
  return at !== null && Date.parse(at) > Date.now();
}

/** The submission as a curl call. The address is the hub's own: the console's needs its cookie. */
export function asCurl(job: NewJob, key: string | null): string {
  const lines = [
    'curl -sS "$HUB_URL/api/v1/jobs"',
    '-H "Authorization: Bearer $HUB_API_KEY"',
    "-H 'Content-Type: application/json'",
    ...(key ? [`-H ${quoted(`Idempotency-Key: ${key}`)}`] : []),
    `-d ${quoted(JSON.stringify(job, null, 2))}`,
  ];
  return lines.join(" \\\n  ");
}

/** The submission as a program with the package `@hub/client`. */
export function asTypeScript(job: NewJob, key: string | null): string {
  const options = key ? `, { headers: { "Idempotency-Key": ${JSON.stringify(key)} } }` : "";
  return `import { configureHub, submitJob } from "@hub/client";

configureHub({
  baseUrl: process.env.HUB_URL,
  headers: { Authorization: "Bearer " + process.env.HUB_API_KEY },
});

const { id } = await submitJob(${JSON.stringify(job, null, 2)}${options});
`;
}

/** In single quotes for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
