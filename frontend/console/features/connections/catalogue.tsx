"use client";

import type { ConnectorDetails, ConnectorOut } from "@hub/client";
import { useGetConnector, useListConnectors } from "@hub/client/react";
import { SearchX } from "lucide-react";
import { useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { useHotkeys } from "@/lib/use-hotkeys";
import { takesConsent } from "./schema";

/** The kinds of systems that can be connected, with what each can do. */
export function Catalogue({ onChoose }: { onChoose: (connector: string) => void }) {
  const [text, setText] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const connectors = useListConnectors({ query: { staleTime: Infinity } });
  useHotkeys("Catalogue", [{ keys: "/", label: "Search", run: () => search.current?.focus() }]);
  return (
    <>
      <PageHeader
        title="Connect a system"
        description="Which system? Its address and credentials come next."
      />
      <Input
        ref={search}
        type="search"
        aria-label="Search connectors"
        placeholder="Search systems"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="max-w-sm"
      />
      <Loaded query={connectors} height={400}>
        {({ data }) => {
          const found = data.filter((each) => matches(each, text));
          if (found.length === 0)
            return (
              <EmptyState icon={SearchX} title="No such connector">
                A system with an OpenAPI or OData document, or any HTTP API, can be connected without a
                connector of its own: look for “any”.
              </EmptyState>
            );
          return (
            <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
              {found.map((each) => (
                <Card key={each.name} connector={each} onChoose={onChoose} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}

/** Whether every word of the text is in the connector's name, title or description. */
function matches({ name, title, description }: ConnectorOut, text: string): boolean {
  const all = `${name} ${title} ${description}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function Card({ connector, onChoose }: { connector: ConnectorOut; onChoose: (name: string) => void }) {
  const details = useGetConnector(connector.name, { query: { staleTime: Infinity } });
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(connector.name)}
        className="flex h-full w-full flex-col gap-1.5 rounded-lg border bg-surface p-4 text-left hover:border-line-strong hover:bg-hover"
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-semibold">{connector.title}</span>
          <code className="font-mono text-xs text-muted">{connector.name}</code>
        </span>
        <span className="flex-1 text-muted">{connector.description}</span>
        <span className="flex min-h-5 flex-wrap gap-1.5 pt-1">
          {details.data && <Marks connector={details.data} />}
        </span>
      </button>
    </li>
  );
}

/** What a connector can do, in a few words. */
export function Marks({ connector }: { connector: ConnectorDetails }) {
  const { operations } = connector;
  const writes = operations.filter((each) => each.writes).length;
  const described = connector.name === "openapi" || connector.name === "odata";
  return (
    <>
      <Badge>
        {described
          ? "operations from its document"
          : `${operations.length} operation${operations.length === 1 ? "" : "s"}`}
      </Badge>
      {writes > 0 && <Badge title="Operations that change something there">{writes} write</Badge>}
      {takesConsent(connector.credentials) && (
        <Badge tone="info" title="A person agrees at the vendor; nobody copies tokens">
          consent
        </Badge>
      )}
      {connector.needs_url && <Badge title="Asks for the system’s own address">own address</Badge>}
    </>
  );
}
