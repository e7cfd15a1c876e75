import {
  Ban,
  CalendarClock,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Clock,
  FlaskConical,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  Pause,
  RotateCw,
  Search,
  SkipForward,
  TimerOff,
  TriangleAlert,
  Copy,
  ShieldX,
} from "lucide-react";

/** What a colour means: good, needs a look, bad, under way, neither. */
export type Tone = "ok" | "warn" | "bad" | "info" | "idle";
type Look = { tone: Tone; icon: LucideIcon; means: string };

const paused: Look = { tone: "warn", icon: Pause, means: "Paused by somebody." };
const cancelled: Look = { tone: "idle", icon: Ban, means: "Cancelled." };
const waiting: Look = { tone: "info", icon: Hourglass, means: "Waits." };

/** Every state that the API names, by kind of thing. */
export const STATES: Record<string, Record<string, Look>> = {
  job: {
    scheduled: { tone: "idle", icon: CalendarClock, means: "Its time has not come." },
    queued: { tone: "info", icon: CircleDashed, means: "Accepted and kept; its turn comes." },
    running: { tone: "info", icon: LoaderCircle, means: "A call to the outside system is under way." },
    retrying: {
      tone: "warn",
      icon: RotateCw,
      means: "A run failed in a way that may pass; the next one has its time.",
    },
    waiting: { tone: "info", icon: Hourglass, means: "Waits for the outside system's callback." },
    reconciling: {
      tone: "warn",
      icon: Search,
      means: "Nobody knows whether a write took effect; the hub looks for it.",
    },
    succeeded: { tone: "ok", icon: CircleCheck, means: "Done." },
    failed: { tone: "bad", icon: CircleX, means: "Ended without success." },
    cancelled,
    expired: { tone: "bad", icon: TimerOff, means: "Not done before its deadline." },
  },
  delivery: {
    pending: { tone: "info", icon: Clock, means: "Will be sent, or tried again, at its time." },
    held: { tone: "warn", icon: Pause, means: "Kept while the endpoint is paused or disabled." },
    delivered: { tone: "ok", icon: CircleCheck, means: "The receiver took it." },
    dead: { tone: "bad", icon: OctagonX, means: "All attempts are used up." },
    cancelled,
  },
  endpoint: {
    active: { tone: "ok", icon: CircleCheck, means: "Takes deliveries." },
    failing: { tone: "bad", icon: TriangleAlert, means: "Nothing has gone well for long; still tried." },
    paused,
    disabled: { tone: "bad", icon: OctagonX, means: "Switched off; deliveries are held." },
  },
  connection: {
    ok: { tone: "ok", icon: CircleCheck, means: "The last check or run went well." },
    unknown: { tone: "idle", icon: CircleHelp, means: "Not tried yet." },
    broken: { tone: "bad", icon: TriangleAlert, means: "The last check or run failed." },
    parked: { tone: "warn", icon: Pause, means: "Its jobs wait and spend no runs." },
    disabled: { tone: "idle", icon: Ban, means: "Switched off." },
  },
  replay: {
    preparing: { tone: "info", icon: LoaderCircle, means: "Its set is being written down." },
    canary: { tone: "info", icon: FlaskConical, means: "The first few go out; the others wait for them." },
    waiting: { tone: "warn", icon: Hourglass, means: "The canary is over; somebody decides." },
    running: { tone: "info", icon: LoaderCircle, means: "Deliveries are made again." },
    paused,
    cancelling: { tone: "warn", icon: Ban, means: "No more are made." },
    finished: { tone: "ok", icon: CircleCheck, means: "Everything of its set has been made." },
    cancelled,
  },
  "replay-item": {
    waiting,
    skipped: { tone: "idle", icon: SkipForward, means: "Has succeeded since, or cannot be made." },
    pending: { tone: "info", icon: Clock, means: "Made; will be sent at its time." },
    held: { tone: "warn", icon: Pause, means: "Kept while the endpoint is paused or disabled." },
    delivered: { tone: "ok", icon: CircleCheck, means: "The receiver took it." },
    dead: { tone: "bad", icon: OctagonX, means: "All attempts are used up." },
    cancelled,
  },
  request: {
    accepted: { tone: "ok", icon: CircleCheck, means: "Verified and published." },
    held: { tone: "warn", icon: Pause, means: "Verified while the source is paused." },
    duplicate: { tone: "idle", icon: Copy, means: "Came before; dropped." },
    refused: { tone: "bad", icon: ShieldX, means: "Not verified or not understood." },
  },
};

/** The look of a state; one that this console does not know yet is shown as it is. */
export function lookOf(kind: string, state: string): Look {
  return STATES[kind]?.[state] ?? { tone: "idle", icon: CircleHelp, means: state };
}
