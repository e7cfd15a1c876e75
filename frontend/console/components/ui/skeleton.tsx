"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { useDelayedFlag } from "@/lib/use-delayed-flag";
import { ProblemNotice } from "./problem-notice";

const SLOW_MS = 5_000;

/** A grey bar in the place of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-pulse-soft rounded-sm bg-line", className)} />;
}

/** After five seconds of skeletons: why there is nothing else. */
export function SlowWords({ className }: { className?: string }) {
  const slow = useDelayedFlag(true, SLOW_MS);
  return slow && <p className={cn("text-muted", className)}>The hub is slow to answer. Still waiting …</p>;
}

/** Bars for a whole part of a page; keeps `height` px from the start, the bars come after 100 ms. */
export function SkeletonBlock({ height, lines = 4 }: { height: number; lines?: number }) {
  const shown = useDelayedFlag(true);
  return (
    <div
      aria-busy="true"
      aria-label="Loading"
      role="status"
      className="flex flex-col gap-3"
      style={{ minHeight: height }}
    >
      {shown &&
        Array.from({ length: lines }, (_, place) => <Skeleton key={place} className={WIDTHS[place % 4]} />)}
      <SlowWords />
    </div>
  );
}

const WIDTHS = ["w-2/3", "w-11/12", "w-1/2", "w-4/5"];

type Query<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

type LoadedProps<Data> = { query: Query<Data>; height: number; children: (data: Data) => ReactNode };

/** A query's data, or its skeleton, or what went wrong with a way to try again; what was loaded stays when a refetch fails. */
export function Loaded<Data>({ query, height, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonBlock height={height} />;
}
