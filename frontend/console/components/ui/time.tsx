"use client";

import { formatDuration, formatInstant, formatRelative } from "@/lib/format";
import { useNow } from "@/lib/use-now";

type TimeProps = {
  /** RFC 3339 as the API gives it; nothing becomes a dash. */
  at: string | null | undefined;
  /** The instant in the viewer's zone instead of how long ago. */
  absolute?: boolean;
};

/** An instant: how long ago, kept up to date; on hover in the viewer's zone and in UTC. */
export function Time({ at, absolute }: TimeProps) {
  const now = useNow();
  if (!at) return <span className="text-faint">–</span>;
  const instant = Date.parse(at);
  const utc = new Date(instant).toISOString();
  // The server knows neither the viewer's zone nor clock: it writes UTC, the browser the rest.
  const text = now === 0 ? utc.slice(0, 19).replace("T", " ") : null;
  const words = text ?? (absolute ? formatInstant(instant) : formatRelative(instant, now));
  return (
    <time
      dateTime={utc}
      title={now === 0 ? utc : `${formatInstant(instant)}\n${utc}`}
      className="whitespace-nowrap"
    >
      {words}
    </time>
  );
}

type DurationProps =
  { ms: number | null | undefined } | { from: string | null | undefined; to?: string | null };

/** A span: given in ms, or from an instant to another (until now without `to`: it counts on). */
export function Duration(props: DurationProps) {
  if (!("ms" in props)) return <Span from={props.from} to={props.to} />;
  if (props.ms === null || props.ms === undefined) return <span className="text-faint">–</span>;
  return <span className="whitespace-nowrap">{formatDuration(props.ms)}</span>;
}

function Span({ from, to }: { from: string | null | undefined; to?: string | null }) {
  const now = useNow();
  if (!from || (!to && now === 0)) return <span className="text-faint">–</span>;
  const end = to ? Date.parse(to) : Math.max(now, Date.parse(from));
  return <span className="whitespace-nowrap">{formatDuration(end - Date.parse(from))}</span>;
}
