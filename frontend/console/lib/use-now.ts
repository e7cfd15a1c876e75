"use client";

import { useSyncExternalStore } from "react";

/* One timer for every relative time on the page. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((each) => each());
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
      now = 0;
    }
  };
}

function snapshot(): number {
  if (now === 0) now = Date.now();
  return now;
}

/** The time in ms since 1970, a second exact; 0 while the server renders (it does not know the viewer's zone). */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot, () => 0);
}
