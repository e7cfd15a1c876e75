"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/lib/cn";
import { PAGES } from "./pages";

type NavProps = {
  /** Icons only; names are then for screen readers and on hover. */
  narrow?: boolean;
  /** After a choice: the phone's drawer closes. */
  onChoose?: () => void;
};

/** The links to all pages. */
export function Nav({ narrow, onChoose }: NavProps) {
  const path = usePathname();
  return (
    <nav aria-label="Pages" className="flex flex-col gap-4 px-2 py-2">
      {PAGES.map((group) => (
        <div key={group.name}>
          {!narrow && <p className="px-2 pb-1 text-2xs font-medium tracking-wide text-faint">{group.name}</p>}
          <ul className="flex flex-col gap-px">
            {group.entries.map(({ href, label, icon: Icon }) => {
              const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
              return (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={here ? "page" : undefined}
                    aria-label={narrow ? label : undefined}
                    title={narrow ? label : undefined}
                    onClick={onChoose}
                    className={cn(
                      "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm phone:h-10",
                      narrow && "justify-center px-0",
                      here ? "bg-hover font-medium text-fg" : "text-muted hover:bg-hover hover:text-fg",
                    )}
                  >
                    <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                    {!narrow && label}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
