"use client";

import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useLive } from "./live-context";

const POLL_MS = 10_000;

type LiveRefreshOptions = {
  /** Beginnings of event types that concern the page: `job.`, `endpoint.disabled`. */
  events: string[];
  /** What to load anew: `getListJobsQueryKey()` and the like; a beginning of a key is enough. */
  keys: QueryKey[];
  /** At most once in so many ms, however many events come. */
  everyMs?: number;
  /** For what no event tells: so often while the stream is live, too. */
  pollMs?: number;
};

/** Loads queries anew when an event says that they changed, when the stream becomes live, and every 10 s while it is not. */
export function useLiveRefresh({ events, keys, everyMs = 3000, pollMs }: LiveRefreshOptions): void {
  const client = useQueryClient();
  const { transport, listen } = useLive();
  const wanted = useRef({ events, keys });
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; last: number }>({ last: 0 });
  const before = useRef(transport);
  useEffect(() => {
    wanted.current = { events, keys };
  });
  // The first one at once, the others of a burst together; it stays due while the stream comes and goes.
  const refresh = useCallback(() => {
    const state = pending.current;
    const load = () => {
      state.timer = undefined;
      state.last = Date.now();
      for (const queryKey of wanted.current.keys) void client.invalidateQueries({ queryKey });
    };
    state.timer ??= setTimeout(load, Math.max(0, state.last + everyMs - Date.now()));
  }, [client, everyMs]);
  useEffect(() => {
    const state = pending.current;
    return () => {
      clearTimeout(state.timer);
      state.timer = undefined;
    };
  }, []);
  useEffect(
    () =>
      listen((event) => {
        const { events: prefixes } = wanted.current;
        if (event === null || prefixes.some((prefix) => event.type.startsWith(prefix))) refresh();
      }),
    [listen, refresh],
  );
  useEffect(() => {
    // What happened between the page's answers and this moment was told to nobody here.
    if (transport === "live" && before.current !== "live") refresh();
    before.current = transport;
    const ms = transport === "live" ? pollMs : POLL_MS;
    if (ms === undefined) return;
    const timer = setInterval(refresh, ms);
    return () => clearInterval(timer);
  }, [transport, pollMs, refresh]);
}
