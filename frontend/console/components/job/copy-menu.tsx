"use client";

import type { NewJob } from "@hub/client";
import { ChevronDown } from "lucide-react";
import { toast } from "sonner";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";
import { asCurl, asTypeScript } from "./copies";

type CopyMenuProps = {
  /** Made when it is asked for; null while there is nothing to copy. */
  make: () => { job: NewJob; key: string | null } | null;
};

/** The submission for a terminal or a program. */
export function CopyMenu({ make }: CopyMenuProps) {
  async function copy(write: typeof asCurl, what: string) {
    const made = make();
    if (!made) return;
    await navigator.clipboard.writeText(write(made.job, made.key));
    toast.success(`Copied as ${what}`);
  }
  const trigger = (
    <Button>
      Copy as <ChevronDown aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={() => void copy(asCurl, "curl")}>curl</MenuItem>
      <MenuItem onSelect={() => void copy(asTypeScript, "TypeScript")}>TypeScript</MenuItem>
    </Menu>
  );
}
