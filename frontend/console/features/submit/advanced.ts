import type { JobOut, NewJob } from "@hub/client";
import { likeJob } from "@/components/job/copies";
import { UNSAFE, unsafeIn } from "@/components/schema-form/unsafe";
import { formatForInput } from "@/lib/format";

/** What may be said besides the input, as it stands in the fields. */
export type Advanced = {
  priority: string;
  /** As `<input type=datetime-local>` has it: the viewer's zone. */
  runAt: string;
  expiresAt: string;
  tags: string;
  metadata: string;
  timeoutS: string;
  maxRuns: string;
  /** The key whose jobs take turns, and how many of them are under way at once. */
  turnsBy: string;
  atOnce: string;
  /** Typed by hand; else the page makes one. */
  key: string;
};

export const NOTHING: Advanced = {
  priority: "",
  runAt: "",
  expiresAt: "",
  tags: "",
  metadata: "",
  timeoutS: "",
  maxRuns: "",
  turnsBy: "",
  atOnce: "",
  key: "",
};

type Fields = Omit<NewJob, "connection_id" | "operation" | "input">;
type Errors = Partial<Record<keyof Advanced, string>>;

const LABEL = /^[A-Za-z0-9_.:/-]{1,64}$/;
const CHARACTERS = "letters, digits and _ . : / - only, 64 at most";

/** The fields as the API takes them, without what was left empty, and what cannot be read. */
export function readAdvanced(advanced: Advanced): { fields: Fields; errors: Errors } {
  const errors: Errors = {};
  const tags = advanced.tags.split(/[\s,]+/).filter(Boolean);
  const wrong = tags.find((tag) => !LABEL.test(tag));
  if (wrong) errors.tags = `“${wrong}” is no tag: ${CHARACTERS}.`;
  if (tags.length > 20) errors.tags = "At most 20.";
  const metadata = readObject(advanced.metadata);
  if (metadata === null) errors.metadata = 'Must be a JSON object, such as {"order": 17}.';
  if (unsafeIn(metadata).length > 0) errors.metadata = UNSAFE;
  const timeout = readNumber(advanced.timeoutS, 0.1, 120);
  if (timeout === null) errors.timeoutS = "A number of seconds from 0.1 to 120.";
  const maxRuns = readNumber(advanced.maxRuns, 1, 20);
  if (maxRuns === null) errors.maxRuns = "A whole number from 1 to 20.";
  const atOnce = readNumber(advanced.atOnce, 1, 1000);
  if (atOnce === null) errors.atOnce = "A whole number from 1 to 1,000.";
  const turnsBy = advanced.turnsBy.trim();
  if (turnsBy && !LABEL.test(turnsBy)) errors.turnsBy = `Is no key: ${CHARACTERS}.`;
  const runAt = readInstant(advanced.runAt);
  if (runAt === null) errors.runAt = "Is no date and time.";
  const expiresAt = readInstant(advanced.expiresAt);
  if (expiresAt === null) errors.expiresAt = "Is no date and time.";
  const fields: Fields = {
    ...(advanced.priority !== "" && { priority: Number(advanced.priority) }),
    ...(runAt && { run_at: runAt }),
    ...(expiresAt && { expires_at: expiresAt }),
    ...(tags.length > 0 && { tags }),
    ...(metadata && !errors.metadata && { metadata }),
    ...(timeout && { timeout_s: timeout }),
    ...(maxRuns && { max_runs: maxRuns }),
    ...(turnsBy && { concurrency_key: turnsBy }),
    ...(atOnce && { concurrency_limit: atOnce }),
  };
  return { fields, errors };
}

/** The fields of a job that another is made like; its key is its own. */
export function advancedOf(job: JobOut): Advanced {
  const like = likeJob(job);
  return {
    ...NOTHING,
    priority: String(like.priority ?? ""),
    runAt: like.run_at ? formatForInput(Date.parse(like.run_at)) : "",
    expiresAt: like.expires_at ? formatForInput(Date.parse(like.expires_at)) : "",
    tags: like.tags?.join(" ") ?? "",
    metadata: like.metadata ? JSON.stringify(like.metadata, null, 2) : "",
    timeoutS: String(like.timeout_s ?? ""),
    maxRuns: String(like.max_runs ?? ""),
    turnsBy: like.concurrency_key ?? "",
    atOnce: String(like.concurrency_limit ?? ""),
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

/** undefined: empty. null: no instant. */
function readInstant(text: string): string | undefined | null {
  if (text === "") return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function readNumber(text: string, least: number, most: number): number | undefined | null {
  if (text.trim() === "") return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
