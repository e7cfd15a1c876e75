"use client";

import type { OperationSummary } from "@hub/client";
import { useListConnectionOperationsInfinite } from "@hub/client/react";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { Badge } from "@/components/ui/state-badge";

const PAGE = 100;

type OperationPickerProps = {
  connectionId: string;
  name: string | null;
  onPick: (name: string) => void;
};

/** What is to be done, out of what the connection can; some know hundreds of operations, so the API searches. */
export function OperationPicker({ connectionId, name, onPick }: OperationPickerProps) {
  const [search, setSearch] = useState("");
  const list = useListConnectionOperationsInfinite(connectionId, { limit: PAGE, ...(search && { search }) });
  const items = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Field label="Operation">
      <Picker
        label="Operations"
        placeholder="Choose an operation"
        picked={name && <span className="font-mono text-xs">{name}</span>}
        items={items}
        itemKey={(each) => each.name}
        render={(each) => <Operation operation={each} />}
        isPicked={(each) => each.name === name}
        onPick={(each) => onPick(each.name)}
        onSearch={setSearch}
        pending={list.isPending}
        more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      />
    </Field>
  );
}

function Operation({ operation }: { operation: OperationSummary }) {
  const { title, name, description } = operation;
  return (
    <span className="flex flex-col">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{title}</span>
        <span className="truncate font-mono text-xs text-faint">{name}</span>
        <span className="ml-auto">
          <Safety operation={operation} />
        </span>
      </span>
      <span className="line-clamp-2 text-xs text-muted">{description}</span>
    </span>
  );
}

const SAFETY: Record<string, string> = {
  idempotent: "Can be repeated without harm.",
  by_key: "The system drops repeats by the job's key.",
  by_search: "After a lost answer the hub looks for the effect before it repeats anything.",
  unsafe: "After a lost answer the hub does not repeat it: a person looks and decides.",
};

/** Whether it changes anything, and what happens after a lost answer. */
export function Safety({ operation }: { operation: Pick<OperationSummary, "writes" | "safety"> }) {
  const { writes, safety } = operation;
  if (!writes) return <Badge title="Changes nothing in the system.">reads</Badge>;
  return (
    <Badge tone={safety === "unsafe" ? "warn" : "info"} title={SAFETY[safety]}>
      {safety === "unsafe" ? "writes, unsafe" : "writes"}
    </Badge>
  );
}
