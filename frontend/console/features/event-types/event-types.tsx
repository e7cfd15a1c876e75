"use client";

import { useGetSettings, useListEventTypes } from "@hub/client/react";
import { Plus, SearchX, Tags } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Page, PageHeader, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { useHotkeys } from "@/lib/use-hotkeys";
import { groupsOf, type Group } from "./groups";
import { Misfits } from "./misfits";

const FIRST = `curl $HUB/event-types -H "Authorization: Bearer $HUB_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"name": "order.created", "data_schema": {"type": "object", "required": ["id"]}}'`;

const POLICIES: Record<string, string> = {
  open: "Events of any type are taken.",
  recorded: "Events of any type are taken; what does not fit is recorded below.",
  strict: "Only registered types with data that fits are taken.",
};

/** The registry: the tenant's own types and the hub's. */
export function EventTypes() {
  const types = useListEventTypes();
  const settings = useGetSettings();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  useHotkeys("Event types", [{ keys: "/", label: "Search", run: () => search.current?.focus() }]);
  const add = (
    <Button needs="events:write" asChild look="primary">
      <Link href="/event-types/new">
        <Plus aria-hidden /> Register a type
      </Link>
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="Event types"
        description={
          <>
            {POLICIES[settings.data?.event_types ?? ""] ??
              "What events there are, and what their data looks like."}{" "}
            <Link href="/settings" className="text-accent underline">
              Change that
            </Link>
          </>
        }
        actions={add}
      />
      <Input
        ref={search}
        type="search"
        aria-label="Search event types"
        placeholder="Search types"
        value={text}
        onChange={(event) => void setText(event.target.value || null)}
        className="max-w-sm"
      />
      <Loaded query={types} height={400}>
        {({ data, misfits }) => {
          const groups = groupsOf(data, text);
          return (
            <>
              {misfits.length > 0 && <Misfits misfits={misfits} />}
              {!text && !data.some((type) => type.own) && (
                <EmptyState icon={Tags} title="No types of your own" action={add} code={FIRST}>
                  Registered types tell receivers what to expect, and keep out data that does not fit.
                </EmptyState>
              )}
              {groups.map((group) => (
                <GroupList key={`${group.own} ${group.prefix}`} group={group} />
              ))}
              {groups.length === 0 && <EmptyState icon={SearchX} title="No type matches" />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function GroupList({ group }: { group: Group }) {
  return (
    <Section title={group.prefix} actions={!group.own && <Badge>the hub’s</Badge>}>
      <ul className="divide-y rounded-lg border bg-surface">
        {group.types.map((type) => (
          <li
            key={type.name}
            className="relative flex flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2 hover:bg-hover"
          >
            <Link
              href={`/event-types/${type.name}`}
              className="min-w-48 font-mono text-xs font-medium wrap-anywhere after:absolute after:inset-0"
            >
              {type.name}
            </Link>
            <span className="min-w-0 flex-1 basis-64 text-muted">{type.description}</span>
            {type.deprecated_at && <Badge tone="warn">deprecated</Badge>}
            {type.own && <span className="text-xs text-muted">v{type.version}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
