"use client";

import { createContext, useContext } from "react";

/** How this page hears of changes: pushed at once, asked for every few seconds, not at all for now, or not yet. */
export type Transport = "live" | "polling" | "stale" | "connecting";

/** What happened, as the stream tells it: `job.succeeded` with its data. */
export type LiveEvent = { id: string; type: string; data: unknown };

export type LiveState = {
  transport: Transport;
  /** Calls for each event of the tenant; gives back how to stop. `null` events mean: some may have been missed. */
  listen: (listener: (event: LiveEvent | null) => void) => () => void;
};

export const LiveContext = createContext<LiveState>({ transport: "stale", listen: () => () => {} });

/** The stream's state and its events. Most pages want useLiveRefresh instead. */
export function useLive(): LiveState {
  return useContext(LiveContext);
}
