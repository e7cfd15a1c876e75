"use client";

import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

type ShownOnceProps = {
  /** What it is: `Token`, `Address`. */
  label: string;
  value: string;
  /** Why it is not shown again, and what to do with it. */
  children?: ReactNode;
};

/** A secret in the only moment in which it is shown. */
export function ShownOnce({ label, value, children }: ShownOnceProps) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium">{label}</p>
      <div className="flex items-center gap-2 rounded-md border border-line-strong bg-raised px-2.5 py-1.5">
        <KeyRound aria-hidden className="size-3.5 shrink-0 text-faint" />
        <code className="min-w-0 flex-1 font-mono text-xs break-all select-all">{value}</code>
        <CopyButton text={value} label={`Copy ${label.toLowerCase()}`} />
      </div>
      {children && <p className="text-xs text-muted">{children}</p>}
    </div>
  );
}
