"use client";

import { Dialog } from "radix-ui";
import { ModalContent } from "../ui/modal-content";
import { Logo } from "./logo";
import { Nav } from "./nav";

/** The navigation at phone width. */
export function Drawer({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--overlay)" />
        <ModalContent
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col overflow-y-auto border-r bg-surface"
        >
          <Dialog.Title className="flex h-12 items-center gap-2 px-4 text-base font-semibold">
            <Logo /> Hub
          </Dialog.Title>
          <Nav onChoose={() => onOpenChange(false)} />
        </ModalContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
