import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const LOOKS = {
  primary: "bg-accent text-accent-fg hover:bg-accent-hover",
  secondary: "border border-line-strong bg-surface text-fg hover:bg-hover",
  ghost: "text-muted hover:bg-hover hover:text-fg",
  danger: "border border-bad/50 bg-surface text-bad hover:bg-bad-soft",
};
const SIZES = { small: "h-7 px-2 text-xs", medium: "h-8 px-3 text-sm", icon: "size-8 shrink-0" };

type ButtonProps = ComponentProps<"button"> & {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
  /** Give the look to the only child, say a Link. */
  asChild?: boolean;
  /** Disabled while what it began goes on; its label stays, so that nothing jumps. */
  busy?: boolean;
};

/** A button. An icon-only one needs `aria-label`. */
export function Button({ look = "secondary", size = "medium", asChild, busy, ...props }: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  const { className, disabled, ...rest } = props;
  const own = asChild ? {} : { type: rest.type ?? ("button" as const), disabled: disabled || busy };
  return (
    <Element
      {...rest}
      {...own}
      aria-busy={busy || undefined}
      className={cn(
        "inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none [&_svg]:size-3.5 [&_svg]:shrink-0",
        "disabled:cursor-not-allowed disabled:opacity-50 aria-busy:animate-pulse-soft",
        LOOKS[look],
        SIZES[size],
        className,
      )}
    />
  );
}
