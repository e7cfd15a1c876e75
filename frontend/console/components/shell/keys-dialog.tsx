"use client";

import { activeHotkeys } from "@/lib/use-hotkeys";
import { Dialog } from "../ui/dialog";

/** The keys that work on this page. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      {open && (
        <div className="sm:columns-2">
          {activeHotkeys()
            .filter((group) => group.hotkeys.length > 0)
            .map((group) => (
              <section key={group.name} className="mb-4 break-inside-avoid">
                <h3 className="mb-1 text-xs text-muted">{group.name}</h3>
                <dl>
                  {group.hotkeys.map((hotkey) => (
                    <div key={hotkey.keys} className="flex h-7 items-center justify-between gap-3">
                      <dt>{hotkey.label}</dt>
                      <dd>
                        <Keys keys={hotkey.keys} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
        </div>
      )}
    </Dialog>
  );
}

/** Keys as they are on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded-sm border bg-raised px-1 text-center font-mono text-xs text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
