import type { DeliveryOut, EventOut, JobOut, RunOut } from "@hub/client";
import type { Tone } from "../ui/states";
import { isEnded } from "./ended";

/** What is known of a job's course. Each list oldest first. */
export type Story = { job: JobOut; runs: RunOut[]; events: EventOut[]; deliveries: DeliveryOut[] };

/** One step of a job's course. `at`: RFC 3339; null for what is still to come. `says`: sentences under the title. */
export type JobStep = {
  id: string;
  kind: "accepted" | "state" | "run" | "answer" | "deliveries" | "ahead";
  /** A state of jobs, for the look. */
  state: string;
  title: string;
  at: string | null;
  tone: Tone;
  tookMs?: number;
  says: string[];
};

/** A job's course as steps: accepted, each wait and run, the answer, who was told, and what is still to come. */
export function stepsOf({ job, runs, events, deliveries }: Story): JobStep[] {
  const past = [...runs.map((run, place) => runStep(run, runs.slice(0, place))), ...events.flatMap(waitStep)];
  past.sort((one, other) => Date.parse(one.at ?? "") - Date.parse(other.at ?? ""));
  const steps = [accepted(job, events), ...past];
  if (isEnded(job)) steps.push(answer(job, past.at(-1)));
  if (deliveries.length > 0) steps.push(told(deliveries, job, steps.at(-1)?.at ?? job.created_at));
  if (!isEnded(job)) steps.push(ahead(job));
  return steps;
}

function accepted(job: JobOut, events: EventOut[]): JobStep {
  const says = ["Kept by the hub: nothing that was accepted is lost."];
  if (job.run_at && Date.parse(job.run_at) > Date.parse(job.created_at))
    says.push(`Not before ${localTime(job.run_at)}.`);
  if (job.after_policy && events[0]?.type === "job.scheduled") says.push("It waits for other jobs.");
  if (job.retry_of) says.push("A retry of an earlier job.");
  const state = job.status === "scheduled" ? "scheduled" : "queued";
  return {
    id: "accepted",
    kind: "accepted",
    state,
    title: "Accepted",
    at: job.created_at,
    tone: "info",
    says,
  };
}

const RUN_TONES: Record<string, Tone> = { running: "info", succeeded: "ok", failed: "bad" };
const RUN_STATES: Record<string, string> = { running: "running", succeeded: "succeeded", failed: "failed" };

function runStep(run: RunOut, before: RunOut[]): JobStep {
  const number = before.filter((other) => other.kind === run.kind).length + 1;
  const name = run.kind === "find" ? `Look ${number} for its effect` : `Run ${number}`;
  return {
    id: run.id,
    kind: "run",
    state: RUN_STATES[run.status] ?? "reconciling",
    title:
      run.status === "running" ? `${name} is under way` : `${name} ${RUN_WORDS[run.status] ?? run.status}`,
    at: run.started_at,
    tone: RUN_TONES[run.status] ?? "warn",
    ...(run.finished_at && { tookMs: Date.parse(run.finished_at) - Date.parse(run.started_at) }),
    says: outcomeWords(run.outcome),
  };
}

const RUN_WORDS: Record<string, string> = {
  succeeded: "was answered",
  failed: "failed",
  unknown: "got no answer",
  abandoned: "was abandoned: its worker ended",
};

/** What an outcome or an error says, with its category. */
export function outcomeWords(outcome: Record<string, unknown> | null): string[] {
  if (!outcome) return [];
  const { category, message, provider_code: code } = outcome;
  const tags = [category, code].filter((each) => typeof each === "string" && each !== "").join(" · ");
  const told = typeof message === "string" ? [message] : [];
  return tags ? [...told, String(tags).replaceAll("_", " ")] : told;
}

const WAITS: Record<string, { title: string; tone: Tone; says: string }> = {
  "job.retrying": {
    title: "Waits for the next run",
    tone: "warn",
    says: "What went wrong may pass: the hub tries again by itself.",
  },
  "job.waiting": {
    title: "Waits for the outside system",
    tone: "info",
    says: "The request was taken; the answer comes as a callback.",
  },
  "job.reconciling": {
    title: "Nobody knows yet whether it took effect",
    tone: "warn",
    says: "The answer to a write was lost, and the hub never repeats a write blindly.",
  },
};

function waitStep(event: EventOut): JobStep[] {
  const wait = WAITS[event.type];
  if (!wait) return [];
  const state = event.type.slice("job.".length);
  return [{ id: event.id, kind: "state", state, at: event.timestamp, ...wait, says: [wait.says] }];
}

const ENDS: Record<string, { title: string; tone: Tone }> = {
  succeeded: { title: "Succeeded", tone: "ok" },
  failed: { title: "Failed", tone: "bad" },
  cancelled: { title: "Cancelled", tone: "idle" },
  expired: { title: "Expired before it began", tone: "bad" },
};

function answer(job: JobOut, last: JobStep | undefined): JobStep {
  const { title, tone } = ENDS[job.status] ?? { title: job.status, tone: "idle" as const };
  const whole = job.finished_at ? Date.parse(job.finished_at) - Date.parse(job.created_at) : undefined;
  return {
    id: "answer",
    kind: "answer",
    state: job.status,
    title,
    at: job.finished_at,
    tone,
    ...(whole !== undefined && { tookMs: whole }),
    // The last run says it already.
    says: outcomeWords(job.error).filter((sentence) => !last?.says.includes(sentence)),
  };
}

function told(deliveries: DeliveryOut[], job: JobOut, notBefore: string): JobStep {
  const states = deliveries.map((delivery) => delivery.status);
  const count = (state: string) => states.filter((each) => each === state).length;
  const open = count("pending") + count("held");
  const tone: Tone = count("dead") > 0 ? "bad" : open > 0 ? "warn" : "ok";
  const at = deliveries
    .map((delivery) => delivery.created_at)
    .reduce((one, other) => (one > other ? one : other));
  return {
    id: "deliveries",
    kind: "deliveries",
    state: open > 0 ? "running" : "succeeded",
    title:
      open > 0
        ? `Telling receivers: ${open} of ${states.length} still to do`
        : isEnded(job)
          ? "Receivers were told"
          : "Receivers were told so far",
    at: at > notBefore ? at : notBefore,
    tone: open > 0 && count("dead") === 0 ? "info" : tone,
    says: [],
  };
}

const AHEAD: Partial<Record<JobOut["status"], string>> = {
  running: "The answer",
  waiting: "The answer",
  reconciling: "What became of it",
};

function ahead(job: JobOut): JobStep {
  const title = AHEAD[job.status] ?? "The next run";
  return { id: "ahead", kind: "ahead", state: "scheduled", title, at: null, tone: "idle", says: [] };
}

function localTime(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}
