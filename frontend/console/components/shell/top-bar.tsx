"use client";

import { CircleHelp, Menu as MenuIcon, Search } from "lucide-react";
import type { Who } from "@/server/session";
import { Button } from "../ui/button";
import { Keys } from "./keys-dialog";
import { OperatorMenu } from "./operator-menu";
import { StreamPill } from "./stream-pill";
import { ThemeSwitch } from "./theme-switch";

type TopBarProps = { who: Who; onOpen: (what: "palette" | "keys" | "drawer") => void };

/** Where one is, how live it is, search, help, theme, and who one is. */
export function TopBar({ who, onOpen }: TopBarProps) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-surface px-4 phone:px-2">
      <Button
        look="ghost"
        size="icon"
        aria-label="Pages"
        className="md:hidden"
        onClick={() => onOpen("drawer")}
      >
        <MenuIcon aria-hidden />
      </Button>
      <span className="truncate font-medium" title={`Tenant ${who.tenant.slug}`}>
        {who.tenant.name}
      </span>
      <StreamPill />
      <button
        type="button"
        onClick={() => onOpen("palette")}
        className="mx-auto flex h-8 w-full max-w-80 items-center gap-2 rounded-md border bg-canvas px-2.5 text-muted hover:border-line-strong phone:mr-0 phone:size-8 phone:justify-center phone:border-0 phone:bg-transparent phone:px-0"
      >
        <Search aria-hidden className="size-3.5 shrink-0" />
        <span className="phone:sr-only">Search or paste an id</span>
        <span aria-hidden className="ml-auto phone:hidden">
          <Keys keys="/" />
        </span>
      </button>
      <Button
        look="ghost"
        size="icon"
        aria-label="Keys"
        className="phone:hidden"
        onClick={() => onOpen("keys")}
      >
        <CircleHelp aria-hidden />
      </Button>
      <ThemeSwitch />
      <OperatorMenu who={who} />
    </header>
  );
}
