"use client";

import { Slot } from "radix-ui";
import { isValidElement, type ComponentProps, type ReactNode } from "react";
import { toast } from "sonner";
import { cn } from "@/lib/cn";
import { useLack, type Right } from "@/lib/rights";
import { Tooltip } from "./tooltip";

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
  /** Whose role lacks this finds the button off, and hears why: on hover, on focus and by a click. */
  needs?: Right;
};

/** A button. An icon-only one needs `aria-label`. */
export function Button({ needs, ...props }: ButtonProps) {
  return needs ? <GuardedButton needs={needs} {...props} /> : <PlainButton {...props} />;
}

function GuardedButton({ needs, ...props }: ButtonProps & { needs: Right }) {
  const lack = useLack(needs);
  if (lack === null) return <PlainButton {...props} />;
  const { look, size, className, children, asChild } = props;
  return (
    <Tooltip text={lack}>
      {/* Not `disabled`: it takes focus, so that the reason reaches everybody. Nothing else of the button's is kept. */}
      <PlainButton
        {...{ look, size, className }}
        aria-label={props["aria-label"]}
        aria-description={lack}
        aria-disabled
        onClick={() => toast.info(lack)}
      >
        {asChild ? contentOf(children) : children}
      </PlainButton>
    </Tooltip>
  );
}

/** What a link shows. */
function contentOf(link: ReactNode): ReactNode {
  return isValidElement<{ children?: ReactNode }>(link) ? link.props.children : null;
}

type PlainProps = Omit<ButtonProps, "needs">;

function PlainButton({ look = "secondary", size = "medium", asChild, busy, ...props }: PlainProps) {
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
        "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 aria-busy:animate-pulse-soft",
        LOOKS[look],
        SIZES[size],
        className,
      )}
    />
  );
}
