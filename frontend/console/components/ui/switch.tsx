"use client";

import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** On or off, at once. Needs a label: a Field around it, or `aria-label`. */
export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      {...props}
      className={cn(
        "inline-flex h-[18px] w-8 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors data-[state=checked]:bg-accent disabled:opacity-50",
        className,
      )}
    >
      <Primitive.Thumb className="size-3.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-3.5" />
    </Primitive.Root>
  );
}
