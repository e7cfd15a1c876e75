import { useCallback, useState } from "react";
import type { StreamEvent, SubscriptionTransport, Topic } from "../stream/types";
import { useSubscription } from "./subscription";

const KEPT = 200;

type UseEventsOptions = {
  /** Exact types, or `job.*`. All by itself. */
  types?: readonly string[];
  /** So many of the newest are kept. */
  keep?: number;
  onEvent?: (event: StreamEvent) => void;
  onGap?: () => void;
};

/** The events of a topic from now on, newest first. */
export function useEvents(
  topic: Topic | null,
  { types, keep = KEPT, onEvent, onGap }: UseEventsOptions = {},
): { events: StreamEvent[]; transport: SubscriptionTransport; clear: () => void } {
  const [heard, setHeard] = useState<{ topic: Topic | null; events: StreamEvent[] }>({ topic, events: [] });
  const { transport } = useSubscription(topic, {
    onGap,
    onEvent: (event) => {
      if (types && !types.some((pattern) => fits(event.type, pattern))) return;
      setHeard((old) => ({
        topic,
        events: [event, ...(old.topic === topic ? old.events : [])].slice(0, keep),
      }));
      onEvent?.(event);
    },
  });
  const clear = useCallback(() => setHeard({ topic, events: [] }), [topic]);
  return { events: heard.topic === topic ? heard.events : [], transport, clear };
}

/** Whether the type is the pattern, or begins as `prefix.*` says. */
function fits(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
