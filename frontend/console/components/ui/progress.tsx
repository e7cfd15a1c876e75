import { Progress as Primitive } from "radix-ui";
import { formatCount } from "@/lib/format";

type ProgressProps = { done: number; total: number; label: string; failed?: number };

/** How far something is: a bar with its counts; what failed is shown apart. */
export function Progress({ done, total, label, failed = 0 }: ProgressProps) {
  const share = (part: number) => (total > 0 ? Math.min(100, (part / total) * 100) : 0);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between text-xs text-muted">
        <span>{label}</span>
        <span>
          {formatCount(done)} of {formatCount(total)}
          {failed > 0 && <span className="text-bad"> · {formatCount(failed)} failed</span>}
        </span>
      </div>
      <Primitive.Root
        value={Math.min(done, total)}
        max={Math.max(total, 1)}
        aria-label={label}
        className="flex h-1.5 overflow-hidden rounded-full bg-line"
      >
        <Primitive.Indicator
          className="bg-accent transition-[width]"
          style={{ width: `${share(done - failed)}%` }}
        />
        <span className="bg-bad transition-[width]" style={{ width: `${share(failed)}%` }} />
      </Primitive.Root>
    </div>
  );
}
