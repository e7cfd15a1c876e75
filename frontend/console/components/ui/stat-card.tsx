import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { Tone } from "./states";

type StatCardProps = {
  label: string;
  /** The figure; a dash when it is not known. */
  value: ReactNode;
  /** Under the figure: what it is made of. */
  note?: ReactNode;
  tone?: Tone;
  href?: string;
  /** A Sparkline. */
  children?: ReactNode;
};

/** One figure with its name. */
export function StatCard({ label, value, note, tone, href, children }: StatCardProps) {
  return (
    <div
      className={cn(
        "relative min-w-0 rounded-lg border bg-surface px-4 py-3 has-focus-visible:border-accent",
        href && "hover:border-line-strong",
      )}
    >
      <p className="text-xs text-muted">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className={cn("truncate text-xl leading-7 font-semibold tracking-tight", tone && TEXT[tone])}>
        {value ?? "–"}
      </p>
      {note && <p className="line-clamp-2 text-xs text-muted">{note}</p>}
      {children && <div className="mt-2">{children}</div>}
    </div>
  );
}

const TEXT: Record<Tone, string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  idle: "",
};
