import type { ReplayOut, ReplayState } from "@hub/client";

/** Outcomes of items in the order of their story; the first of `progress` that are not zero are shown. */
export const OUTCOMES = ["waiting", "pending", "held", "delivered", "dead", "cancelled", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OPEN = OUTCOMES.slice(0, 3);

/** How many items there are of each outcome that has any. */
export function counted(replay: ReplayOut): { outcome: Outcome; count: number }[] {
  const known: Partial<Record<string, number>> = {
    delivered: replay.delivered,
    dead: replay.dead,
    cancelled: replay.cancelled,
    skipped: replay.skipped,
  };
  if (isSplit(replay)) OPEN.forEach((outcome) => (known[outcome] = replay.progress[outcome] ?? 0));
  else known.pending = replay.pending;
  return OUTCOMES.map((outcome) => ({ outcome, count: known[outcome] ?? 0 })).filter(
    (each) => each.count > 0,
  );
}

/** How many have not had their turn; while that is not known, what has no end yet. */
export function waiting(replay: ReplayOut): number {
  return isSplit(replay) ? (replay.progress.waiting ?? 0) : replay.pending;
}

/** Whether it goes on without anybody doing something, so that a speed and a time to go mean something. */
export function moves({ state }: ReplayOut): boolean {
  return state === "preparing" || state === "canary" || state === "running" || state === "cancelling";
}

// Events tell the four ends and what is left; how that is split comes with the API's answers.
function isSplit(replay: ReplayOut): boolean {
  return OPEN.reduce((sum, outcome) => sum + (replay.progress[outcome] ?? 0), 0) === replay.pending;
}

/** Items that have an end, of whatever kind. */
export function ended(replay: ReplayOut): number {
  return replay.delivered + replay.dead + replay.cancelled + replay.skipped;
}

const OVER: ReplayState[] = ["finished", "cancelled"];

/** What can be done with a replay in a state. */
export function steps(state: ReplayState): {
  pause: boolean;
  resume: boolean;
  cancel: boolean;
  pace: boolean;
} {
  const over = OVER.includes(state) || state === "cancelling";
  return {
    pause: state === "preparing" || state === "canary" || state === "running",
    resume: state === "paused" || state === "waiting",
    cancel: !over,
    pace: !over,
  };
}
