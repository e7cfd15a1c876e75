"use client";

import { changeSource, type MappingIn, type MappingOut, type SourceDetail } from "@hub/client";
import { useGetConnectionOperation } from "@hub/client/react";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { toast } from "sonner";
import { ConnectionPicker } from "@/components/job/connection-picker";
import { OperationPicker } from "@/components/job/operation-picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input, Select, Textarea } from "@/components/ui/input";
import { useRefresh } from "@/lib/use-refresh";
import { draftOf, inputFor, readMapping, withMapping, type MappingDraft } from "./mapping";

type MappingDialogProps = {
  source: SourceDetail;
  /** Null for a new one. */
  mapping: MappingOut | null;
  onClose: () => void;
};

/** One rule of a source: which events, and what they set going. */
export function MappingDialog({ source, mapping, onClose }: MappingDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(mapping));
  const refresh = useRefresh("/api/v1/sources");
  const read = readMapping(draft);
  const error = "error" in read ? read.error : null;
  const place = mapping ? source.mappings.indexOf(mapping) : source.mappings.length;
  const save = useMutation({
    mutationFn: (changed: MappingIn) =>
      changeSource(source.id, { mappings: withMapping(source.mappings, mapping, changed) }),
    onSuccess: async () => {
      toast.success("Saved. It counts for what comes from now on.");
      await refresh();
      onClose();
    },
  });
  const change = (part: Partial<MappingDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fields = { draft, change, problem: save.error, path: `body.mappings.${place}` };
  const chosen = draft.kind === "answer" || (draft.connectionId !== null && draft.operation !== null);
  return (
    <FormDialog
      wide
      title={mapping ? `Change the mapping ${mapping.name}` : "Add a mapping"}
      description="What an event of this source sets going, besides what endpoints and streams get of it."
      onClose={onClose}
      submit={mapping ? "Save" : "Add the mapping"}
      onSubmit={() => "mapping" in read && save.mutate(read.mapping)}
      ready={draft.name.trim() !== "" && "mapping" in read && chosen}
      busy={save.isPending}
      problem={save.error}
    >
      <Which {...fields} />
      <Field label="What it does">
        <Select
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as MappingDraft["kind"] })}
        >
          <option value="job">starts a job</option>
          <option value="answer">answers a job that waits</option>
        </Select>
      </Field>
      {draft.kind === "job" ? <Starting {...fields} error={error} /> : <Answer {...fields} error={error} />}
    </FormDialog>
  );
}

type PartProps = {
  draft: MappingDraft;
  change: (part: Partial<MappingDraft>) => void;
  problem: unknown;
  path: string;
};

function Which({ draft, change, problem, path }: PartProps) {
  return (
    <>
      <Field
        label="Name"
        hint="What it has done for an event is remembered by it: under a new name it does it again."
        {...{ problem, path: `${path}.name` }}
      >
        <Input value={draft.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field
        label="Events"
        hint="What follows the source’s name in their type: orders.create, orders.*, or * for all."
        {...{ problem, path: `${path}.event_type` }}
      >
        <Input
          className="font-mono text-xs!"
          value={draft.eventType}
          onChange={(event) => change({ eventType: event.target.value })}
        />
      </Field>
      <Field
        label="Only those where"
        optional
        hint="An SQL/JSON path on the event: $.data.payload.total > 100"
        {...{ problem, path: `${path}.filter` }}
      >
        <Input
          className="font-mono text-xs!"
          value={draft.filter}
          onChange={(event) => change({ filter: event.target.value })}
        />
      </Field>
    </>
  );
}

function Starting({ draft, change, problem, path, error }: PartProps & { error: string | null }) {
  const { connectionId, operation } = draft;
  const known = useGetConnectionOperation(connectionId ?? "", operation ?? "", {
    query: { enabled: connectionId !== null && operation !== null },
  });
  return (
    <>
      <ConnectionPicker id={connectionId} onPick={(id) => change({ connectionId: id, operation: null })} />
      {connectionId && (
        <OperationPicker
          connectionId={connectionId}
          name={operation}
          onPick={(name) => change({ operation: name })}
        />
      )}
      <Template
        label="Input"
        hint={
          <>
            A template in JSON: <code>{'{"$pointer": "/payload/id"}'}</code> stands for what is there in the
            event’s data, <code>{'{"$text": "shop-{/payload/id}"}'}</code> for a text with it.
          </>
        }
        text={draft.input}
        onChange={(input) => change({ input })}
        {...{ error, problem, path: `${path}.input` }}
      />
      {known.data && (
        <div>
          <Button size="small" type="button" onClick={() => change({ input: inputFor(known.data.input) })}>
            Fill with what {known.data.title} needs
          </Button>
        </div>
      )}
      <Field label="Tags" optional hint="With commas between them." {...{ problem, path: `${path}.tags` }}>
        <Input value={draft.tags} onChange={(event) => change({ tags: event.target.value })} />
      </Field>
    </>
  );
}

function Answer({ draft, change, problem, path, error }: PartProps & { error: string | null }) {
  return (
    <Template
      label="Answer"
      hint={
        <>
          <code>job</code> leads to the job’s id, or to a tag that only one open job has;{" "}
          <code>outcome_pointer</code> to what came of it, as one of <code>succeeded</code>,{" "}
          <code>failed</code> or <code>progress</code>; <code>result_pointer</code> and{" "}
          <code>message_pointer</code> to the output and the reason.
        </>
      }
      text={draft.answer}
      onChange={(answer) => change({ answer })}
      {...{ error, problem, path: `${path}.answer` }}
    />
  );
}

type TemplateProps = {
  label: string;
  hint: ReactNode;
  text: string;
  onChange: (text: string) => void;
  error: string | null;
  problem: unknown;
  path: string;
};

function Template({ text, onChange, ...field }: TemplateProps) {
  return (
    <Field {...field}>
      <Textarea
        rows={Math.min(20, Math.max(6, text.split("\n").length))}
        spellCheck={false}
        className="font-mono text-xs!"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
