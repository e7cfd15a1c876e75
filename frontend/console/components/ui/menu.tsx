"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";

const ITEM =
  "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-sm outline-none select-none data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-3.5 [&_svg]:shrink-0";

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: "start" | "end" };

/** A menu that its trigger (a Button) opens; children are MenuItem, MenuCheck, MenuLabel, MenuLine. */
export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    // Not modal: the page behind keeps its place for screen readers and its scrollbar.
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-lg border bg-surface p-1 shadow-pop"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type MenuItemProps = ComponentProps<typeof Primitive.Item> & { danger?: boolean };

/** One thing to do. */
export function MenuItem({ danger, className, ...props }: MenuItemProps) {
  return <Primitive.Item {...props} className={cn(ITEM, danger && "text-bad", className)} />;
}

/** One thing that is on or off; the menu stays open. */
export function MenuCheck({ children, ...props }: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem {...props} onSelect={(event) => event.preventDefault()} className={ITEM}>
      <span className="flex size-4 items-center justify-center rounded-sm border border-control">
        <Primitive.ItemIndicator>
          <Check aria-hidden />
        </Primitive.ItemIndicator>
      </span>
      {children}
    </Primitive.CheckboxItem>
  );
}

/** What the items under it have in common. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 py-1 text-xs text-muted">{children}</Primitive.Label>;
}

/** A hairline between groups. */
export function MenuLine() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}
