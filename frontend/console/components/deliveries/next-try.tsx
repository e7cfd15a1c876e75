"use client";

import { Time } from "@/components/ui/time";
import { useNow } from "@/lib/use-now";

/** When a delivery is tried next; what is due waits for its endpoint's turn. */
export function NextTry({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null || now === 0) return <span className="text-faint">–</span>;
  if (Date.parse(at) > now) return <Time at={at} />;
  return (
    <span title="Due: it waits for the endpoint's rate, its earlier deliveries, or for it to answer again.">
      due
    </span>
  );
}
