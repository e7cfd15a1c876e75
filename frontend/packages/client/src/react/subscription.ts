import { useEffect, useRef, useState } from "react";
import type { Listener, StreamFault, SubscriptionTransport, Topic } from "../stream/types";
import { useHubStream } from "./provider";

type Heard = Pick<Listener, "onEvent" | "onGap"> & { onSnapshot?: Listener["onSnapshot"] };
type State = { topic: Topic; transport: SubscriptionTransport; fault: StreamFault | null };

/** Follows a topic while it is not null; the newest handlers are called. Snapshots come only where a handler is given. */
export function useSubscription(
  topic: Topic | null,
  handlers: Heard,
): { transport: SubscriptionTransport; fault: StreamFault | null } {
  const stream = useHubStream();
  const latest = useRef(handlers);
  const [state, setState] = useState<State | null>(null);
  const wantsSnapshot = handlers.onSnapshot !== undefined;
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (topic === null) return;
    const change = (changes: Partial<State>) =>
      setState((old) => ({
        ...(old?.topic === topic ? old : { topic, transport: "stale", fault: null }),
        ...changes,
      }));
    return stream.subscribe(topic, {
      onEvent: (event) => latest.current.onEvent?.(event),
      onGap: () => latest.current.onGap?.(),
      onSnapshot: wantsSnapshot ? (snapshot) => latest.current.onSnapshot?.(snapshot) : undefined,
      onTransport: (transport) => change({ transport }),
      onFault: (fault) => change({ fault }),
    });
  }, [stream, topic, wantsSnapshot]);
  // What was told of the topic before does not hold for this one.
  return state && state.topic === topic ? state : { transport: "stale", fault: null };
}
