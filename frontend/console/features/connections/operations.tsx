"use client";

import { useListConnectionOperationsInfinite } from "@hub/client/react";
import { Search } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { OperationDialog } from "./operation-dialog";

const SAFETY: Record<string, string> = {
  idempotent: "A second call changes nothing.",
  by_key: "The system drops a second call by its key.",
  by_search: "Before a second call the hub looks whether the first took effect.",
  unsafe: "After a lost answer a person decides.",
};

/** What the connection can do, searchable. */
export function Operations({ connectionId }: { connectionId: string }) {
  const [text, setText] = useQueryState("operation", parseAsString.withDefault(""));
  const [shown, show] = useState<string | null>(null);
  const search = useDeferredValue(text.trim());
  const list = useListConnectionOperationsInfinite(connectionId, { limit: 100, search: search || undefined });
  return (
    <div className="flex flex-col gap-3">
      <Input
        type="search"
        aria-label="Search operations"
        placeholder="Search operations"
        value={text}
        onChange={(event) => void setText(event.target.value || null)}
        className="max-w-sm"
      />
      <Loaded query={list} height={300}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0)
            return (
              <EmptyState icon={Search} title={search ? "No operation matches" : "No operations"}>
                {search
                  ? "Search looks in names, titles and descriptions."
                  : "Operations of this connector come from a document; set one in the settings."}
              </EmptyState>
            );
          return (
            <ul className="divide-y rounded-lg border bg-surface">
              {rows.map((each) => (
                <li key={each.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
                  <button
                    type="button"
                    onClick={() => show(each.name)}
                    className="min-w-0 flex-1 basis-64 text-left hover:underline"
                  >
                    <span className="font-medium">{each.title || each.name}</span>{" "}
                    <code className="font-mono text-xs text-muted">{each.name}</code>
                    <span className="block text-xs text-muted">{each.description}</span>
                  </button>
                  <Badge tone={each.writes ? "warn" : "idle"}>{each.writes ? "writes" : "reads"}</Badge>
                  {each.writes && (
                    <Badge title={SAFETY[each.safety]}>{each.safety.replaceAll("_", " ")}</Badge>
                  )}
                  <Button needs="jobs:write" asChild size="small">
                    <Link
                      href={`/submit?${new URLSearchParams({ connection: connectionId, operation: each.name })}`}
                    >
                      Submit
                    </Link>
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {list.hasNextPage && (
        <Button
          size="small"
          className="self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <OperationDialog connectionId={connectionId} name={shown} onClose={() => show(null)} />
    </div>
  );
}
