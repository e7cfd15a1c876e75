"use client";

import { Command } from "cmdk";
import { ArrowRight, Clock } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { placeOf } from "@/lib/ids";
import { useRecent } from "@/lib/recent";
import { ModalContent } from "../ui/modal-content";
import { PAGES } from "./pages";

const ITEM =
  "flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint";

/** Goes anywhere: paste an id, or type a page's name. */
export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--overlay)" />
        <ModalContent
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100%-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border bg-surface shadow-pop phone:top-4"
        >
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          <Choices close={() => onOpenChange(false)} />
        </ModalContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choices({ close }: { close: () => void }) {
  const router = useRouter();
  const path = usePathname();
  const { recent } = useRecent();
  const [typed, setTyped] = useState("");
  const found = placeOf(typed);
  function go(href: string) {
    close();
    if (href !== path) router.push(href);
  }
  return (
    <Command label="Search" loop>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder="Paste an id, or type a page's name"
        className="h-12 w-full border-b bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-[50dvh] overflow-y-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted">
        <Command.Empty className="px-3 py-6 text-center text-sm text-muted">
          No page has this name, and it is no id of the hub (such as job_01h455vb4pex5vsknk084sn02q).
        </Command.Empty>
        {found && (
          <Command.Group heading="Go to">
            <Command.Item value={found.id} onSelect={() => go(found.href)} className={ITEM}>
              <ArrowRight aria-hidden /> Open {found.noun}
              <code className="truncate font-mono text-xs text-muted">{found.id}</code>
            </Command.Item>
          </Command.Group>
        )}
        {recent.length > 0 && (
          <Command.Group heading="Recent">
            {recent.map((id) => {
              const place = placeOf(id);
              return place ? (
                <Command.Item
                  key={id}
                  value={`recent ${id}`}
                  onSelect={() => go(place.href)}
                  className={ITEM}
                >
                  <Clock aria-hidden /> {place.noun}
                  <code className="truncate font-mono text-xs text-muted">{id}</code>
                </Command.Item>
              ) : null;
            })}
          </Command.Group>
        )}
        <Command.Group heading="Pages">
          {PAGES.flatMap((group) => group.entries).map(({ href, label, icon: Icon }) => (
            <Command.Item key={href} value={label} onSelect={() => go(href)} className={ITEM}>
              <Icon aria-hidden /> {label}
            </Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command>
  );
}
