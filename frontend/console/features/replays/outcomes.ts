import type { ReplayOut, ReplayState } from "@hub/client";

/** Outcomes of items in the order of their story; the first of `progress` that are not zero are shown. */
export const OUTCOMES = ["waiting", "pending", "held", "delivered", "dead", "cancelled", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How many items there are of each outcome that has any. */
export function counted(replay: ReplayOut): { outcome: Outcome; count: number }[] {
  const known: Partial<Record<string, number>> = {
    delivered: replay.delivered,
    dead: replay.dead,
    cancelled: replay.cancelled,
    skipped: replay.skipped,
  };
  // Events tell the four ends and what is left; how that is split comes with the API's answers.
  const split = OUTCOMES.slice(0, 3).map((outcome) => replay.progress[outcome] ?? 0);
  const exact = split.reduce((sum, each) => sum + each, 0) === replay.pending;
  if (exact) OUTCOMES.slice(0, 3).forEach((outcome, place) => (known[outcome] = split[place]));
  else known.pending = replay.pending;
  return OUTCOMES.map((outcome) => ({ outcome, count: known[outcome] ?? 0 })).filter(
    (each) => each.count > 0,
  );
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
