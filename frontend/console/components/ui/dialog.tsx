"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";
import { InDialog } from "./in-dialog";
import { ModalContent } from "./modal-content";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the chosen one last. */
  footer?: ReactNode;
  wide?: boolean;
};

/** A modal dialog; Esc and the cross close it. On a phone it is a sheet at the bottom. */
export function Dialog({ open, onOpenChange, title, description, children, footer, wide }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-(--overlay)" />
        <ModalContent
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed z-50 flex max-h-[85dvh] flex-col rounded-xl border bg-surface shadow-pop",
            "top-[12dvh] left-1/2 w-[calc(100%-2rem)] -translate-x-1/2 phone:top-auto phone:bottom-0 phone:w-full phone:rounded-b-none",
            wide ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description asChild>
                  <div className="mt-0.5 text-sm text-muted">{description}</div>
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button look="ghost" size="icon" aria-label="Close" className="-mt-1 -mr-2">
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">
            <InDialog value={true}>{children}</InDialog>
          </div>
          {footer && <footer className="flex justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </ModalContent>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
