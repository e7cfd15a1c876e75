"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { placeOf } from "./ids";
import { useStored } from "./stored";

const NONE: string[] = [];
const KEPT = 6;

/** Ids whose pages were open lately, the newest first. */
export function useRecent() {
  const [recent, store] = useStored<string[]>("recent", NONE);
  const note = (id: string) => store([id, ...recent.filter((each) => each !== id)].slice(0, KEPT));
  return { recent, note };
}

/** Notes the id in the address, if there is one: once, in the shell. */
export function useNoteRecent(): void {
  const path = usePathname();
  const { recent, note } = useRecent();
  useEffect(() => {
    const place = placeOf(path.split("/").at(-1) ?? "");
    if (place && recent[0] !== place.id) note(place.id);
  });
}
