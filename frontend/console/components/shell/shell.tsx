"use client";

import { PanelLeft } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { useStored } from "@/lib/stored";
import { useNoteRecent } from "@/lib/recent";
import { useHotkeys } from "@/lib/use-hotkeys";
import type { Who } from "@/server/session";
import { Button } from "../ui/button";
import { Drawer } from "./drawer";
import { KeysDialog } from "./keys-dialog";
import { Logo } from "./logo";
import { Nav } from "./nav";
import { PAGES } from "./pages";
import { TopBar } from "./top-bar";

const loadPalette = () => import("./palette");
const Palette = dynamic(() => loadPalette().then((module) => module.Palette), { ssr: false });

/** What is around every page: navigation, top bar, palette, and the keys that work everywhere. */
export function Shell({ who, children }: { who: Who; children: ReactNode }) {
  const router = useRouter();
  const [narrow, setNarrow] = useStored("nav.narrow", false);
  const [open, setOpen] = useState<"palette" | "keys" | "drawer" | null>(null);
  const close = (shown: boolean) => !shown && setOpen(null);
  useNoteRecent();
  // No page needs it to begin with; by the time somebody searches it is there.
  useEffect(() => void loadPalette(), []);
  useHotkeys("Everywhere", [
    { keys: "/", label: "Search", run: () => setOpen("palette") },
    { keys: "?", label: "Show these keys", run: () => setOpen("keys") },
    { keys: "[", label: "Fold the navigation", run: () => setNarrow(!narrow) },
  ]);
  useHotkeys(
    "Go to",
    PAGES.flatMap((group) => group.entries).map(({ key, label, href }) => ({
      keys: `g ${key}`,
      label,
      run: () => router.push(href),
    })),
  );
  return (
    <div className="flex h-dvh">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-1.5"
      >
        To the page
      </a>
      <aside
        aria-label="Navigation"
        className={`flex shrink-0 flex-col border-r bg-surface phone:hidden ${narrow ? "w-14" : "w-52"}`}
      >
        <div className={`flex h-12 items-center ${narrow ? "justify-center" : "px-4"}`}>
          <Link
            href="/"
            aria-label="Hub, overview"
            className="flex items-center gap-2 text-base font-semibold"
          >
            <Logo /> {!narrow && "Hub"}
          </Link>
        </div>
        <div className="flex-1 overflow-y-auto">
          <Nav narrow={narrow} />
        </div>
        <div className={`flex p-2 ${narrow ? "justify-center" : ""}`}>
          <Button
            look="ghost"
            size="icon"
            aria-label={narrow ? "Unfold the navigation" : "Fold the navigation"}
            onClick={() => setNarrow(!narrow)}
          >
            <PanelLeft aria-hidden />
          </Button>
        </div>
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar who={who} onOpen={setOpen} />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      {open === "palette" && <Palette open onOpenChange={close} />}
      <KeysDialog open={open === "keys"} onOpenChange={close} />
      <Drawer open={open === "drawer"} onOpenChange={close} />
    </div>
  );
}
