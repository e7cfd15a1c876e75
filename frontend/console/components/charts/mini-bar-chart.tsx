import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";

type Bar = { name: string; value: number; tone?: "ok" | "bad" | "warn" | "info" | "accent" | "idle" };

const FILLS = {
  ok: "bg-ok",
  bad: "bg-bad",
  warn: "bg-warn",
  info: "bg-info",
  accent: "bg-accent",
  idle: "bg-idle",
};

/** A few named amounts as bars from left to right, say attempts by status code. */
export function MiniBarChart({ bars, label }: { bars: Bar[]; label: string }) {
  const top = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className="w-full">
      <caption className="sr-only">{label}</caption>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name}>
            <th
              scope="row"
              className="w-px py-0.5 pr-3 text-left text-xs font-normal whitespace-nowrap text-muted"
            >
              {bar.name}
            </th>
            <td aria-hidden className="py-0.5">
              <div
                className={cn("h-2 min-w-px rounded-[2px]", FILLS[bar.tone ?? "accent"])}
                style={{ width: `${(bar.value / top) * 100}%` }}
              />
            </td>
            <td className="w-px py-0.5 pl-3 text-right text-xs">{formatCount(bar.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
