"use client";

import type { EventTypeOut, EventTypeVersionOut } from "@hub/client";
import { useGetEventType } from "@hub/client/react";
import { Activity, Plus } from "lucide-react";
import Link from "next/link";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { JsonView } from "@/components/ui/json-view";
import { Card, Page, PageHeader, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { Misfits } from "./misfits";
import { NewVersionDialog } from "./new-version-dialog";
import { TypeActions } from "./type-actions";

/** One type: its schemas by version, examples, and what did not fit. */
export function EventTypePage({ name }: { name: string }) {
  const type = useGetEventType(name);
  return (
    <Page>
      <Loaded query={type} height={500}>
        {(data) => <Everything type={data} />}
      </Loaded>
    </Page>
  );
}

function Everything({ type }: { type: EventTypeOut }) {
  const [adding, setAdding] = useState(false);
  const [version, setVersion] = useQueryState("version", parseAsInteger);
  const shown = type.versions.find((each) => each.version === version) ?? type.versions[0];
  return (
    <>
      <PageHeader
        title={<span className="font-mono text-base break-all">{type.name}</span>}
        aside={
          <>
            {type.own ? <Badge>v{type.version}</Badge> : <Badge>the hub’s</Badge>}
            {type.deprecated_at && (
              <Badge tone="warn">
                deprecated <Time at={type.deprecated_at} />
              </Badge>
            )}
          </>
        }
        description={type.description}
        actions={
          <>
            <Button asChild>
              <Link href={`/deliveries?event_type=${type.name}`}>
                <Activity aria-hidden /> Deliveries
              </Link>
            </Button>
            {type.own && <TypeActions type={type} />}
            {type.own && (
              <Button needs="events:write" look="primary" onClick={() => setAdding(true)}>
                <Plus aria-hidden /> Add a version
              </Button>
            )}
          </>
        }
      />
      {type.misfits.length > 0 && <Misfits misfits={type.misfits} of={type.name} />}
      {shown && (
        <Version
          version={shown}
          choice={
            type.versions.length > 1 && (
              <Select
                aria-label="Version"
                className="w-auto"
                value={shown.version}
                onChange={(event) => void setVersion(Number(event.target.value))}
              >
                {type.versions.map((each) => (
                  <option key={each.version} value={each.version}>
                    Version {each.version}
                    {each.version === type.version ? " (newest)" : ""}
                  </option>
                ))}
              </Select>
            )
          }
        />
      )}
      {adding && <NewVersionDialog type={type} onClose={() => setAdding(false)} />}
    </>
  );
}

type VersionProps = { version: EventTypeVersionOut; choice: React.ReactNode };

function Version({ version, choice }: VersionProps) {
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="Schema of the data" actions={choice}>
        <JsonView key={version.version} value={version.data_schema} label="schema" depth={4} />
        {version.created_at && (
          <p className="text-xs text-muted">
            Added <Time at={version.created_at} />. Schemas are never changed.
          </p>
        )}
      </Section>
      <Section title="Examples">
        {version.examples.length > 0 ? (
          version.examples.map((example, place) => (
            <JsonView key={place} value={example} label={`example ${place + 1}`} />
          ))
        ) : (
          <Card>
            <p className="text-muted">
              None. An example in the next version tells receivers more than a schema.
            </p>
          </Card>
        )}
      </Section>
    </div>
  );
}
