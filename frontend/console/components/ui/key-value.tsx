import type { ReactNode } from "react";

/** Facts about one thing, name beside value. Entries: [name, value]; a null entry is left out. */
export function KeyValue({ entries }: { entries: ([string, ReactNode] | null)[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,max-content)_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {entries.map(
        (entry) =>
          entry && (
            <div key={entry[0]} className="contents">
              <dt className="text-muted">{entry[0]}</dt>
              <dd className="min-w-0 break-words">{entry[1] ?? <span className="text-faint">–</span>}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
