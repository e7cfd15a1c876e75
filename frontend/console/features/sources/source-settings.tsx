"use client";

import { changeSource, deleteSource, type SourceChange, type SourceDetail } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Deleting } from "@/components/ui/deleting";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input, Textarea } from "@/components/ui/input";
import { Card, Section } from "@/components/ui/page-header";
import { useRefresh } from "@/lib/use-refresh";
import { MappingsPanel } from "./mappings-panel";
import { parsedObject } from "./options";

/** Name, description, options; mappings; deleting. */
export function SourceSettings({ source }: { source: SourceDetail }) {
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="Settings">
        <Card>
          <SettingsForm source={source} />
        </Card>
      </Section>
      <div className="flex flex-col gap-5">
        <MappingsPanel source={source} />
        <Section title="Deleting">
          <Card>
            <Deleting
              noun="source"
              name={source.name}
              note="For good, with its address. Events that it published stay."
              needs="sources:write"
              onDelete={() => deleteSource(source.id)}
            >
              Its address answers 404 from now on; the sender’s webhooks are lost.
            </Deleting>
          </Card>
        </Section>
      </div>
    </div>
  );
}

function SettingsForm({ source }: { source: SourceDetail }) {
  const [name, setName] = useState(source.name);
  const [description, setDescription] = useState(source.description);
  const [options, setOptions] = useState(() => JSON.stringify(source.options, null, 2));
  const [hours, setHours] = useState(String(source.repeat_window_s / 3600));
  const parsed = parsedObject(options);
  const refresh = useRefresh("/api/v1/sources");
  const save = useMutation({
    mutationFn: () =>
      changeSource(source.id, {
        name: name.trim(),
        description: description.trim(),
        options: parsed.value as SourceChange["options"],
        repeat_window_s: Math.round(Number(hours) * 3600),
      }),
    onSuccess: () => toast.success("Saved."),
    onSettled: () => refresh(),
  });
  return (
    <Form
      submit="Save"
      onSubmit={() => save.mutate()}
      ready={!parsed.error}
      busy={save.isPending}
      problem={save.error}
      needs="sources:write"
    >
      <Field
        label="Name"
        hint="A word of its events’ types: endpoints that listen for the old types no longer get them."
        problem={save.error}
        path="body.name"
      >
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Description" optional problem={save.error} path="body.description">
        <Input value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
      <Field
        label="Repeats are dropped for"
        hint="Hours; 0 drops none, at most 720 (30 days)."
        problem={save.error}
        path="body.repeat_window_s"
      >
        <Input
          type="number"
          min={0}
          max={720}
          step="any"
          className="max-w-32"
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
      </Field>
      <Field
        label="Options"
        hint="As JSON; replaced as a whole."
        error={parsed.error}
        problem={save.error}
        path="body.options"
      >
        <Textarea
          rows={8}
          spellCheck={false}
          className="font-mono text-xs"
          value={options}
          onChange={(event) => setOptions(event.target.value)}
        />
      </Field>
    </Form>
  );
}
