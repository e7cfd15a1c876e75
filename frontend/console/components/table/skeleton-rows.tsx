"use client";

import type { CSSProperties } from "react";
import { useDelayedFlag } from "@/lib/use-delayed-flag";
import { Skeleton, SlowWords } from "../ui/skeleton";

type SkeletonRowsProps = { count: number; columns: number; style: CSSProperties; phone: boolean };

/** Rows that are still to come, as wide as the columns; shown after 100 ms. */
export function SkeletonRows({ count, columns, style, phone }: SkeletonRowsProps) {
  const shown = useDelayedFlag(true);
  if (!shown) return null;
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, row) => (
        <div
          key={row}
          style={phone ? undefined : style}
          className={
            phone ? "flex flex-col gap-2 border-b p-3" : "grid h-9 items-center gap-3 border-b pr-10 pl-3"
          }
        >
          {Array.from({ length: phone ? 2 : columns }, (_, column) => (
            <Skeleton key={column} className={column % 2 === 0 ? "w-3/4" : "w-1/2"} />
          ))}
        </div>
      ))}
      <SlowWords className="p-3" />
    </div>
  );
}
