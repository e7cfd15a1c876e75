"use client";

import { useEffect, useState } from "react";

/** True once `flag` has been true for `delayMs`: what takes less than a blink shows no skeleton. */
export function useDelayedFlag(flag: boolean, delayMs = 100): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return;
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [flag, delayMs]);
  return flag && late;
}
