"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type Tab = { id: string; label: ReactNode; content: ReactNode };

/** Tabs whose choice is in the address (`?tab=`), so that a link shows what its sender saw. */
export function Tabs({ tabs, label, name = "tab" }: { tabs: Tab[]; label: string; name?: string }) {
  const first = tabs[0]?.id ?? "";
  const known = parseAsStringLiteral(tabs.map((tab) => tab.id)).withDefault(first);
  const [chosen, choose] = useQueryState(name, known);
  return (
    <Primitive.Root value={chosen} onValueChange={(id) => void choose(id)}>
      <Primitive.List aria-label={label} className="flex gap-4 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-9 border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-fg focus-visible:outline-offset-[-2px] data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-fg"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} value={tab.id} className="pt-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
