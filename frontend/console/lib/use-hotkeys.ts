"use client";

import { useEffect, useRef } from "react";

/** One key or sequence: `j`, `Enter`, `?`, `g j`. */
export type Hotkey = { keys: string; label: string; run: () => void };

type Group = { name: string; hotkeys: Hotkey[] };

const groups = new Set<{ current: Group }>();
const SEQUENCE_MS = 1000;
let pending: { first: string; until: number } | null = null;

/** The groups of keys that work now; what `?` lists. */
export function activeHotkeys(): Group[] {
  return [...groups].map((group) => group.current);
}

/** Keys that work while the component is shown. Typing in a field and open dialogs keep them quiet. */
export function useHotkeys(name: string, hotkeys: Hotkey[]): void {
  const group = useRef<Group>({ name, hotkeys });
  useEffect(() => {
    group.current = { name, hotkeys };
  });
  useEffect(() => {
    groups.add(group);
    if (groups.size === 1) window.addEventListener("keydown", onKey);
    return () => {
      groups.delete(group);
      if (groups.size === 0) window.removeEventListener("keydown", onKey);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event)) return;
  const sequence = pending && pending.until > Date.now() ? `${pending.first} ${event.key}` : null;
  pending = null;
  const wanted = sequence === null ? [event.key] : [sequence, event.key];
  // The group that came last is the innermost: a dialog's or table's keys go before the shell's.
  const known = [...groups].reverse().flatMap((group) => group.current.hotkeys);
  for (const keys of wanted) {
    const found = known.find((hotkey) => hotkey.keys === keys);
    if (found) {
      event.preventDefault();
      found.run();
      return;
    }
  }
  if (known.some((hotkey) => hotkey.keys.startsWith(`${event.key} `))) {
    pending = { first: event.key, until: Date.now() + SEQUENCE_MS };
  }
}

function isBusy(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    return !(target instanceof HTMLInputElement && target.type === "checkbox");
  }
  // Enter on a link or button is that element's own.
  if (event.key === "Enter" && target.closest("a, button")) return true;
  return target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
