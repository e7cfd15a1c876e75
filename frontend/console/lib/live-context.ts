"use client";

import { createContext, useContext } from "react";

/** How this page hears of changes: pushed at once, asked for every few seconds, or not at all for now. */
export type Transport = "live" | "polling" | "stale";

/** What happened, as the stream tells it: `job.succeeded` with its data. */
export type LiveEvent = { id: string; type: string; data: unknown };

export type LiveContext = {
  transport: Transport;
  /** Calls for each event of the tenant; gives back how to stop. `null` events mean: some may have been missed. */
  listen: (listener: (event: LiveEvent | null) => void) => () => void;
};

export const Live = createContext<LiveContext>({ transport: "polling", listen: () => () => {} });

/** The stream's state and its events. Most pages want useLiveRefresh instead. */
export function useLive(): LiveContext {
  return useContext(Live);
}
