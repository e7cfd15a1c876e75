import type { JobOut } from "@hub/client";
import { CircleCheck, CloudOff, Radio, RefreshCw } from "lucide-react";
import { Badge } from "../ui/state-badge";
import { isEnded } from "./ended";

type Transport = "live" | "polling" | "stale";

const NOTES = {
  live: { tone: "ok", icon: Radio, text: "Live", means: "Each change is pushed to this page at once." },
  polling: {
    tone: "warn",
    icon: RefreshCw,
    text: "Polling",
    means: "The stream is away: the hub is asked every few seconds instead.",
  },
  stale: {
    tone: "bad",
    icon: CloudOff,
    text: "Stale",
    means: "The hub does not answer: what is shown may be old. It goes on by itself.",
  },
} as const;

/** How the page hears of the job's changes now. */
export function TransportNote({ job, transport }: { job: JobOut | undefined; transport: Transport }) {
  if (job && isEnded(job))
    return (
      <Badge title="The job has ended: nothing changes any more.">
        <CircleCheck aria-hidden /> Final
      </Badge>
    );
  const { tone, icon: Icon, text, means } = NOTES[transport];
  return (
    <span role="status">
      <Badge tone={tone} title={means}>
        <Icon aria-hidden /> {text}
      </Badge>
    </span>
  );
}

/** The same in a sentence, where there is room and a reason to read it. */
export function TransportLine({ job, transport }: { job: JobOut | undefined; transport: Transport }) {
  if ((job && isEnded(job)) || transport === "live") return null;
  return <p className="text-xs text-muted">{NOTES[transport].means}</p>;
}
