"use client";

import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLive } from "./live-context";

const POLL_MS = 10_000;

type LiveRefreshOptions = {
  /** Beginnings of event types that concern the page: `job.`, `endpoint.disabled`. */
  events: string[];
  /** What to load anew: `getListJobsQueryKey()` and the like; a beginning of a key is enough. */
  keys: QueryKey[];
  /** At most once in so many ms, however many events come. */
  everyMs?: number;
};

/** Loads queries anew when an event says that they changed; every 10 s while the stream is not live. */
export function useLiveRefresh({ events, keys, everyMs = 3000 }: LiveRefreshOptions): void {
  const client = useQueryClient();
  const { transport, listen } = useLive();
  const wanted = useRef({ events, keys });
  useEffect(() => {
    wanted.current = { events, keys };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const refresh = () => {
      timer = undefined;
      last = Date.now();
      for (const queryKey of wanted.current.keys) void client.invalidateQueries({ queryKey });
    };
    const stop = listen((event) => {
      const concerned =
        event === null || wanted.current.events.some((prefix) => event.type.startsWith(prefix));
      // The first event shows at once, the others of a burst together.
      if (concerned) timer ??= setTimeout(refresh, Math.max(0, last + everyMs - Date.now()));
    });
    const polling = transport === "live" ? undefined : setInterval(refresh, POLL_MS);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(polling);
    };
  }, [client, listen, transport, everyMs]);
}
