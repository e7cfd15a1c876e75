import type { JobOut, NewJob } from "@hub/client";

/** What may be said besides the input, as it stands in the fields. */
export type Advanced = {
  priority: string;
  /** As `<input type=datetime-local>` has it: the viewer's zone. */
  runAt: string;
  tags: string;
  metadata: string;
  timeoutS: string;
  maxRuns: string;
  /** Typed by hand; else the page makes one. */
  key: string;
};

export const NOTHING: Advanced = {
  priority: "",
  runAt: "",
  tags: "",
  metadata: "",
  timeoutS: "",
  maxRuns: "",
  key: "",
};

type Fields = Pick<NewJob, "priority" | "run_at" | "tags" | "metadata" | "timeout_s" | "max_runs">;
type Errors = Partial<Record<keyof Advanced, string>>;

const TAG = /^[A-Za-z0-9_.:/-]{1,64}$/;

/** The fields as the API takes them, without what was left empty, and what cannot be read. */
export function readAdvanced(advanced: Advanced): { fields: Fields; errors: Errors } {
  const errors: Errors = {};
  const tags = advanced.tags.split(/[\s,]+/).filter(Boolean);
  const wrong = tags.find((tag) => !TAG.test(tag));
  if (wrong)
    errors.tags = `“${wrong}” has characters that tags must not have: letters, digits and _ . : / - only.`;
  if (tags.length > 20) errors.tags = "At most 20.";
  const metadata = readObject(advanced.metadata);
  if (metadata === null) errors.metadata = 'Must be a JSON object, such as {"order": 17}.';
  const timeout = readNumber(advanced.timeoutS, 0.1, 120);
  if (timeout === null) errors.timeoutS = "A number of seconds from 0.1 to 120.";
  const maxRuns = readNumber(advanced.maxRuns, 1, 20);
  if (maxRuns === null) errors.maxRuns = "A whole number from 1 to 20.";
  const runAt = advanced.runAt === "" ? undefined : Date.parse(advanced.runAt);
  if (Number.isNaN(runAt)) errors.runAt = "Is no date and time.";
  const fields: Fields = {
    ...(advanced.priority !== "" && { priority: Number(advanced.priority) }),
    ...(runAt !== undefined && !errors.runAt && { run_at: new Date(runAt).toISOString() }),
    ...(tags.length > 0 && { tags }),
    ...(metadata && { metadata }),
    ...(timeout && { timeout_s: timeout }),
    ...(maxRuns && { max_runs: maxRuns }),
  };
  return { fields, errors };
}

/** The fields of a job that another is made like; its time is over and its key is its own. */
export function advancedOf(job: JobOut): Advanced {
  return {
    ...NOTHING,
    priority: job.priority === 5 ? "" : String(job.priority),
    tags: job.tags.join(" "),
    metadata: Object.keys(job.metadata).length > 0 ? JSON.stringify(job.metadata, null, 2) : "",
    timeoutS: job.timeout_s === 30 ? "" : String(job.timeout_s),
  };
}

/** undefined: empty. null: no object. */
function readObject(text: string): Record<string, unknown> | undefined | null {
  if (text.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function readNumber(text: string, least: number, most: number): number | undefined | null {
  if (text.trim() === "") return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
