"use client";

import { useId, useState } from "react";
import { cn } from "@/lib/cn";
import { formatCompact, formatCount } from "@/lib/format";
import { SeriesTable } from "./series-table";

/** Colours that series may have; order is from the bottom of the stack. */
export type Series = {
  name: string;
  tone: "ok" | "bad" | "warn" | "info" | "accent" | "idle";
  values: number[];
};

type TimeSeriesProps = {
  title: string;
  /** What one bar is: `per minute`. */
  unit: string;
  /** RFC 3339, one for each value. */
  at: string[];
  series: Series[];
  height?: number;
};

export const FILLS = {
  ok: "fill-ok",
  bad: "fill-bad",
  warn: "fill-warn",
  info: "fill-info",
  accent: "fill-accent",
  idle: "fill-idle",
};
const DOTS = {
  ok: "bg-ok",
  bad: "bg-bad",
  warn: "bg-warn",
  info: "bg-info",
  accent: "bg-accent",
  idle: "bg-idle",
};
const WIDTH = 600;

/** Stacked bars over time, with a legend, the hovered bar's figures, and the same as a table. */
export function TimeSeries({ title, unit, at, series, height = 120 }: TimeSeriesProps) {
  const id = useId();
  const [hovered, setHovered] = useState<number | null>(null);
  const totals = at.map((_, place) => series.reduce((sum, each) => sum + (each.values[place] ?? 0), 0));
  const top = Math.max(1, ...totals);
  const slot = WIDTH / Math.max(1, at.length);
  const shown = hovered !== null && hovered < at.length ? hovered : null;
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
        <span className="text-sm font-semibold text-fg">{title}</span>
        {shown === null ? unit : <time dateTime={at[shown]}>{clock(at[shown] ?? "")}</time>}
        <span className="ml-auto flex flex-wrap gap-x-3">
          {series.map((each) => (
            <span key={each.name} className="inline-flex items-center gap-1.5">
              <span aria-hidden className={cn("size-2 rounded-[2px]", DOTS[each.tone])} />
              {each.name} {shown !== null && formatCount(each.values[shown] ?? 0)}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="relative" style={{ height }}>
        <span aria-hidden className="absolute top-0 left-0 text-2xs text-faint">
          {formatCompact(top)}
        </span>
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          viewBox={`0 0 ${WIDTH} ${height}`}
          preserveAspectRatio="none"
          className="size-full"
          onPointerLeave={() => setHovered(null)}
        >
          <title
            id={`${id}-title`}
          >{`${title}, ${unit}, at most ${formatCount(top)}; the figures are in the table below`}</title>
          <line x1="0" x2={WIDTH} y1="0.5" y2="0.5" className="stroke-line" strokeDasharray="3 3" />
          <line x1="0" x2={WIDTH} y1={height - 0.5} y2={height - 0.5} className="stroke-line-strong" />
          {at.map((instant, place) => (
            <g key={instant} onPointerEnter={() => setHovered(place)}>
              <rect
                x={place * slot}
                width={slot}
                y="0"
                height={height}
                className={shown === place ? "fill-hover" : "fill-transparent"}
              />
              <Bar x={place * slot} slot={slot} height={height} top={top} series={series} place={place} />
            </g>
          ))}
        </svg>
      </div>
      <div aria-hidden className="flex justify-between text-2xs text-faint">
        <span>{clock(at[0] ?? "")}</span>
        <span>{clock(at.at(-1) ?? "")}</span>
      </div>
      <SeriesTable caption={`${title}, ${unit}`} at={at} series={series} />
    </figure>
  );
}

type BarProps = { x: number; slot: number; height: number; top: number; series: Series[]; place: number };

function Bar({ x, slot, height, top, series, place }: BarProps) {
  const heights = series.map((each) => ((each.values[place] ?? 0) / top) * (height - 4));
  return series.map((each, layer) => {
    const tall = heights[layer] ?? 0;
    const below = heights.slice(0, layer).reduce((sum, value) => sum + value, 0);
    if (tall === 0) return null;
    return (
      <rect
        key={each.name}
        x={x + slot * 0.12}
        width={slot * 0.76}
        y={height - 1 - below - tall}
        height={tall}
        className={FILLS[each.tone]}
      />
    );
  });
}

function clock(at: string): string {
  return at === "" ? "" : new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
