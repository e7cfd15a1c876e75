import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";

type MeterProps = {
  label: string;
  value: number | undefined;
  limit: number;
  /** The value is what is left: little is bad. Otherwise it is what is used. */
  left?: boolean;
  wide?: boolean;
};

/** A gauge: so many of so many. */
export function Meter({ label, value, limit, left, wide }: MeterProps) {
  if (value === undefined) return <span className="text-faint">–</span>;
  const share = limit > 0 ? Math.min(1, value / limit) : 0;
  const scarce = left && share <= 0.1;
  const low = left && share <= 0.25;
  return (
    <span className={cn("flex items-center gap-2", wide && "w-full")}>
      <span
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={limit}
        className={cn("h-1.5 overflow-hidden rounded-full bg-line", wide ? "flex-1" : "w-12 shrink-0")}
      >
        <span
          className={cn("block h-full rounded-full", scarce ? "bg-bad" : low ? "bg-warn" : "bg-accent")}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className={cn("text-xs whitespace-nowrap", scarce && "font-medium text-bad")}>
        {formatCount(value)} <span className="text-muted">of {formatCount(limit)}</span>
      </span>
    </span>
  );
}
