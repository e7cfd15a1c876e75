"use client";

import { createEventType } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Page, PageHeader } from "@/components/ui/page-header";
import { useRefresh } from "@/lib/use-refresh";
import { SchemaEditor } from "./schema-editor";
import { typedOf } from "./schema-text";

const START = JSON.stringify(
  { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
  null,
  2,
);

/** Registers a type with its first schema. */
export function NewEventType() {
  const router = useRouter();
  const given = useSearchParams().get("name") ?? "";
  const [name, setName] = useState(given);
  const [description, setDescription] = useState("");
  const [texts, setTexts] = useState({ schema: START, examples: "" });
  const refresh = useRefresh("/api/v1/event-types");
  const typed = typedOf(texts.schema, texts.examples);
  const create = useMutation({
    mutationFn: () =>
      createEventType({
        name: name.trim(),
        description: description.trim(),
        data_schema: typed.schema,
        examples: typed.examples,
      }),
    onSuccess: async (made) => {
      toast.success(`${made.name} is registered.`);
      await refresh();
      router.push(`/event-types/${made.name}`);
    },
  });
  return (
    <Page>
      <PageHeader
        title="Register an event type"
        description="What your events are called, and what they hold."
      />
      <Form
        className="max-w-2xl"
        submit="Register the type"
        onSubmit={() => create.mutate()}
        ready={name.trim() !== "" && !typed.errors.schema && !typed.errors.examples}
        busy={create.isPending}
        problem={create.error}
        needs="events:write"
      >
        <Field
          label="Name"
          hint="Words with dots between them, what it is about first: order.created. The hub’s own words (job, endpoint, source …) are taken."
          problem={create.error}
          path="body.name"
        >
          <Input
            className="font-mono text-xs"
            autoComplete="off"
            placeholder="order.created"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="Description"
          optional
          hint="When it happens."
          problem={create.error}
          path="body.description"
        >
          <Input value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        <SchemaEditor texts={texts} onChange={setTexts} problem={create.error} />
      </Form>
    </Page>
  );
}
