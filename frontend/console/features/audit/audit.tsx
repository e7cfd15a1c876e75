"use client";

import type { AuditOut } from "@hub/client";
import { useListAuditInfinite } from "@hub/client/react";
import { FileClock } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { FilterBar } from "@/components/filters/filter-bar";
import { resolveTime, useFilters } from "@/components/filters/use-filters";
import { DataTable } from "@/components/table/data-table";
import type { Column } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { useSearchLink } from "@/lib/use-search-link";
import { ACTIONS, wordsOf } from "./actions";
import { EntryDialog } from "./entry-dialog";
import { Subject } from "./subject";
import { useEntered } from "./use-entered";

/** Who did what, when and why. */
export function Audit() {
  const control = useFilters({
    actor: { kind: "text", label: "Who", placeholder: "Who: op_… or key_…" },
    subject: { kind: "text", label: "What it was done to", placeholder: "Done to: con_…, a type" },
    action: { kind: "select", label: "Action", options: ACTIONS, open: true },
    at: { kind: "time", label: "Time" },
  });
  const { actor, subject, action, at } = control.values;
  const entered = useEntered();
  const time = resolveTime(at, entered);
  const list = useListAuditInfinite({
    actor: actor ?? undefined,
    subject: subject ?? undefined,
    action: action ?? undefined,
    created_after: time.from ?? undefined,
    created_before: time.to ?? undefined,
    limit: 100,
  });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const [shown, show] = useQueryState("entry", parseAsString);
  const link = useSearchLink("entry");
  const empty = control.active ? (
    <EmptyState
      icon={FileClock}
      title="Nothing matches"
      action={<Button onClick={control.clear}>Clear the filters</Button>}
    >
      Entries are kept as long as the tenant’s events.
    </EmptyState>
  ) : (
    <EmptyState icon={FileClock} title="Nobody has done anything yet">
      Changes, secrets that were read, and sign-ins (refused ones, too) are noted here, with who did it and
      why.
    </EmptyState>
  );
  return (
    <Page fill>
      <PageHeader
        title="Audit"
        description="What people and keys did: changes, secrets that were read, sign-ins, also refused ones. Not what was submitted or read."
      />
      <FilterBar control={control} name="audit" />
      <DataTable<AuditOut>
        label="Audit"
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        href={(entry) => link(entry.id)}
        loading={list}
        empty={empty}
      />
      <EntryDialog entry={rows.find((entry) => entry.id === shown) ?? null} onClose={() => void show(null)} />
    </Page>
  );
}

const keyOf = (entry: AuditOut) => entry.id;

const COLUMNS: Column<AuditOut>[] = [
  { id: "at", header: "When", width: "112px", cell: (row) => <Time at={row.at} /> },
  {
    id: "action",
    header: "Action",
    width: "minmax(180px, 1fr)",
    phone: "title",
    fixed: true,
    cell: (row) => <span className="truncate font-medium">{wordsOf(row.action)}</span>,
  },
  {
    id: "actor",
    header: "Who",
    width: "minmax(160px, 1fr)",
    cell: (row) =>
      row.actor ? (
        <span className="truncate" title={row.actor}>
          {row.actor_name || row.actor}
        </span>
      ) : (
        <span className="truncate text-muted" title="nobody was signed in">
          somebody{row.actor_name && ` as ${row.actor_name}`}
        </span>
      ),
  },
  { id: "subject", header: "Done to", width: "minmax(140px, 1fr)", cell: (row) => <Subject entry={row} /> },
  {
    id: "reason",
    header: "Why",
    width: "minmax(160px, 2fr)",
    cell: (row) =>
      row.reason ? <span className="truncate">{row.reason}</span> : <span className="text-faint">–</span>,
  },
];
