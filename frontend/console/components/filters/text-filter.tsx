"use client";

import { useEffect, useRef, useState } from "react";
import { Input } from "../ui/input";

type TextFilterProps = {
  filter: { label: string; placeholder?: string };
  value: string | null;
  onChange: (value: string | null) => void;
};

const PAUSE_MS = 250;

/** A text to look for; the list follows when typing pauses. */
export function TextFilter({ filter, value, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // Only another key begins the pause anew: under a busy stream the page is drawn, and onChange made, more often than that.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      latest.current(typed.trim() || null);
      setTyped(null);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      type="search"
      aria-label={filter.label}
      placeholder={filter.placeholder ?? filter.label}
      value={typed ?? value ?? ""}
      onChange={(event) => setTyped(event.target.value)}
      className="h-7! w-52! phone:w-full!"
    />
  );
}
