import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const BOX =
  "w-full rounded-md border border-control bg-surface text-fg transition-colors hover:border-muted disabled:border-line disabled:bg-canvas disabled:text-muted disabled:hover:border-line aria-invalid:border-bad focus-visible:outline-offset-0";

/** A line of text. Inside a Field it takes its label, hint and error from there. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={cn(BOX, "h-8 px-2.5", className)} />;
}

/** Several lines of text. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={4} {...props} className={cn(BOX, "px-2.5 py-1.5", className)} />;
}

/** A choice of `<option>`s: the platform's own list, which phones and screen readers know best. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select {...props} className={cn(BOX, "h-8 pr-7 pl-2", className)} />;
}
