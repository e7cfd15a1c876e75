"use client";

import { useDelayedFlag } from "@/lib/use-delayed-flag";
import { Skeleton } from "../ui/skeleton";

/** Rows that are still to come; shown after 100 ms. */
export function SkeletonRows({ count, columns }: { count: number; columns: number }) {
  const shown = useDelayedFlag(true);
  if (!shown) return null;
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b px-3">
          {Array.from({ length: Math.min(columns, 6) }, (_, column) => (
            <Skeleton key={column} className={column === 0 ? "w-40" : "flex-1"} />
          ))}
        </div>
      ))}
    </div>
  );
}
