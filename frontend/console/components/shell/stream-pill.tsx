"use client";

import { cn } from "@/lib/cn";
import { useLive, type Transport } from "@/lib/live-context";
import { useSlowHub } from "@/lib/use-slow-hub";
import { Tooltip } from "../ui/tooltip";

type Words = { word: string; means: string; dot: string };

const WORDS: Record<Transport, Words> = {
  live: { word: "Live", means: "Changes show the moment they happen.", dot: "bg-ok" },
  polling: {
    word: "Polling",
    means: "The stream cannot be reached; the page asks every few seconds. Changes show a little later.",
    dot: "bg-warn",
  },
  stale: {
    word: "Stale",
    means: "Neither the stream nor the hub answers. What you see may be old; the console goes on trying.",
    dot: "bg-bad",
  },
  connecting: { word: "Connecting", means: "On the way to the stream.", dot: "bg-idle animate-pulse-soft" },
};

const SLOW: Words = {
  word: "Slow",
  means: "The hub has not answered for more than five seconds. The page goes on waiting, and then says so.",
  dot: "bg-warn animate-pulse-soft",
};

/** How live the page is and whether the hub answers, in a word; on hover what that means. */
export function StreamPill() {
  const { transport } = useLive();
  const slow = useSlowHub();
  const { word, means, dot } = slow && transport !== "stale" ? SLOW : WORDS[transport];
  return (
    <Tooltip text={means}>
      <button
        type="button"
        className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full border px-2 text-xs text-muted"
        aria-label={`Stream: ${word}. ${means}`}
      >
        <span aria-hidden className={cn("size-1.5 rounded-full", dot)} />
        {word}
      </button>
    </Tooltip>
  );
}
