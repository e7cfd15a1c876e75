"use client";

import { LogOut } from "lucide-react";
import { toast } from "sonner";
import type { Who } from "@/server/session";
import { Button } from "../ui/button";
import { Menu, MenuItem, MenuLine } from "../ui/menu";

/** Who is signed in, in which role; sign out. */
export function OperatorMenu({ who }: { who: Who }) {
  async function leave() {
    const answer = await fetch("/session", { method: "DELETE" }).catch(() => null);
    // A full load: nothing of this session stays in the page's memory.
    if (answer?.ok) window.location.assign("/sign-in");
    else toast.error("Signing out did not work. Try again.");
  }
  const trigger = (
    <Button look="ghost" size="icon" aria-label="Operator">
      <span className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase">
        {who.email.slice(0, 1)}
      </span>
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <div className="px-2 py-1.5">
        <p className="max-w-60 truncate font-medium">{who.email}</p>
        <p className="text-xs text-muted">
          {who.role} in {who.tenant.name}
        </p>
      </div>
      <MenuLine />
      <MenuItem onSelect={() => void leave()}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
