"use client";

import { useCallback, useSyncExternalStore } from "react";

/* Values of this browser: views, columns, recent ids. A tab's change reaches its other components and the other tabs. */
const listeners = new Set<() => void>();
const parsed = new Map<string, { text: string | null; value: unknown }>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read<Value>(key: string, fallback: Value): Value {
  const text = readText(key);
  const known = parsed.get(key);
  if (known && known.text === text) return known.value as Value;
  let value: unknown = fallback;
  try {
    if (text !== null) value = JSON.parse(text);
  } catch {
    value = fallback; // somebody else's value under our key
  }
  parsed.set(key, { text, value });
  return value as Value;
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden in this browser
  }
}

/**
 * A JSON value kept in localStorage under `hub.<name>`; `fallback` (a constant) until there is one. It is set to a value, or
 * to what a function makes of the one that is kept at that moment, by whichever tab.
 */
export function useStored<Value>(
  name: string,
  fallback: Value,
): [Value, (next: Value | ((kept: Value) => Value)) => void] {
  const key = `hub.${name}`;
  const value = useSyncExternalStore(
    subscribe,
    () => read(key, fallback),
    () => fallback,
  );
  const store = useCallback(
    (next: Value | ((kept: Value) => Value)) => {
      const made = next instanceof Function ? next(read(key, fallback)) : next;
      try {
        localStorage.setItem(key, JSON.stringify(made));
      } catch {
        return; // full or forbidden: the value is a convenience
      }
      listeners.forEach((listener) => listener());
    },
    [key, fallback],
  );
  return [value, store];
}
