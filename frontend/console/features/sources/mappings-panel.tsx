"use client";

import { changeSource, type MappingOut, type SourceDetail } from "@hub/client";
import { Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { toast } from "sonner";
import { ConnectionName } from "@/components/names/connection-name";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { JsonView } from "@/components/ui/json-view";
import { Card, Section } from "@/components/ui/page-header";
import { useRefresh } from "@/lib/use-refresh";
import { withMapping } from "./mapping";
import { MappingDialog } from "./mapping-dialog";

/** What the source's events set going: each rule in words and as it stands, to change, add and remove. */
export function MappingsPanel({ source }: { source: SourceDetail }) {
  // A mapping that is being changed, null for a new one, undefined for none.
  const [open, setOpen] = useState<MappingOut | null>();
  return (
    <Section
      title="Mappings"
      actions={
        <Button size="small" needs="sources:write" onClick={() => setOpen(null)}>
          <Plus aria-hidden /> Add a mapping
        </Button>
      }
    >
      {source.mappings.length === 0 ? (
        <Card>
          <p className="text-muted">
            None: its events only go to endpoints and streams. A mapping starts a job with an event, or
            completes one that waits.
          </p>
        </Card>
      ) : (
        <ul className="flex flex-col gap-3">
          {source.mappings.map((mapping) => (
            <li key={mapping.name}>
              <Mapping source={source} mapping={mapping} onEdit={() => setOpen(mapping)} />
            </li>
          ))}
        </ul>
      )}
      {open !== undefined && (
        <MappingDialog source={source} mapping={open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}

type MappingProps = { source: SourceDetail; mapping: MappingOut; onEdit: () => void };

function Mapping({ source, mapping, onEdit }: MappingProps) {
  const [removing, setRemoving] = useState(false);
  const refresh = useRefresh("/api/v1/sources");
  const { name, answer, input } = mapping;
  return (
    <Card className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium break-words">{name}</h3>
          <p className="text-muted">
            <Sentence mapping={mapping} />
          </p>
        </div>
        <Act label={`Change the mapping ${name}`} onClick={onEdit}>
          <Pencil aria-hidden />
        </Act>
        <Act label={`Remove the mapping ${name}`} onClick={() => setRemoving(true)}>
          <Trash2 aria-hidden />
        </Act>
      </div>
      <JsonView value={answer ?? input} label={answer ? `answer of ${name}` : `input of ${name}`} />
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove the mapping ${name}?`}
        confirm="Remove"
        danger
        onConfirm={async () => {
          await changeSource(source.id, { mappings: withMapping(source.mappings, mapping, null) });
          toast.success("Removed.");
          await refresh();
        }}
      >
        Its events start nothing from now on; jobs that they started stay.
      </ConfirmDialog>
    </Card>
  );
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button look="ghost" size="small" needs="sources:write" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}

function Sentence({ mapping }: { mapping: MappingOut }) {
  const { event_type, filter, connection_id, operation, tags } = mapping;
  return (
    <>
      <Code>{event_type}</Code>
      {filter && (
        <>
          {" "}
          where <Code>{filter}</Code>
        </>
      )}{" "}
      {connection_id ? (
        <>
          starts <Code>{operation}</Code> on{" "}
          <Link href={`/connections/${connection_id}`} className="text-accent underline">
            <ConnectionName id={connection_id} />
          </Link>
          {tags.length > 0 && <>, tagged {tags.join(", ")}</>}
        </>
      ) : (
        "answers a job that waits"
      )}
    </>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-xs break-all">{children}</code>;
}
