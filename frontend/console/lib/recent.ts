"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect } from "react";
import { placeOf } from "./ids";
import { useStored } from "./stored";

const NONE: string[] = [];
const KEPT = 6;

/** Ids whose pages were open lately, the newest first, and how to note one; `note` is the same function for good. */
export function useRecent() {
  const [recent, store] = useStored<string[]>("recent", NONE);
  const note = useCallback(
    (id: string) => store((kept) => [id, ...kept.filter((each) => each !== id)].slice(0, KEPT)),
    [store],
  );
  return { recent, note };
}

/** Notes the id in the address, if there is one: once, in the shell. */
export function useNoteRecent(): void {
  const path = usePathname();
  const { note } = useRecent();
  // For each address once: two tabs that answered each other's notes would write for ever.
  useEffect(() => {
    const place = placeOf(path.split("/").at(-1) ?? "");
    if (place) note(place.id);
  }, [path, note]);
}
