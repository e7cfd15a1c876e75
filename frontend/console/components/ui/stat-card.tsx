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
  const body = (
    <>
      <dt className="text-xs text-muted">{label}</dt>
      <dd
        className={cn(
          "truncate text-xl leading-7 font-semibold tracking-tight",
          tone === "bad" && "text-bad",
          tone === "warn" && "text-warn",
          tone === "ok" && "text-ok",
        )}
      >
        {value ?? "–"}
      </dd>
      {note && <dd className="truncate text-xs text-muted">{note}</dd>}
      {children && <dd className="mt-2">{children}</dd>}
    </>
  );
  return (
    <dl
      className={cn(
        "relative min-w-0 rounded-lg border bg-surface px-4 py-3",
        href && "hover:border-line-strong",
      )}
    >
      {body}
      {href && <Link href={href} aria-label={label} className="absolute inset-0 rounded-lg" />}
    </dl>
  );
}
