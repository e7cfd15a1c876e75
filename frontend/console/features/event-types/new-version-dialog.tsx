"use client";

import { addEventTypeVersion, type EventTypeOut } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { FormDialog } from "@/components/ui/form-dialog";
import { useRefresh } from "@/lib/use-refresh";
import { SchemaEditor } from "./schema-editor";
import { typedOf } from "./schema-text";

type NewVersionDialogProps = { type: EventTypeOut; onClose: () => void };

/** The next schema of a type; begins as the newest one. */
export function NewVersionDialog({ type, onClose }: NewVersionDialogProps) {
  const newest = type.versions[0];
  const [texts, setTexts] = useState(() => ({
    schema: JSON.stringify(newest?.data_schema ?? {}, null, 2),
    examples: newest?.examples.length ? JSON.stringify(newest.examples, null, 2) : "",
  }));
  const refresh = useRefresh("/api/v1/event-types");
  const typed = typedOf(texts.schema, texts.examples);
  const add = useMutation({
    mutationFn: () => addEventTypeVersion(type.name, { data_schema: typed.schema, examples: typed.examples }),
    onSuccess: async (changed) => {
      toast.success(`Version ${changed.version} counts from now on.`);
      await refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      wide
      title={`Version ${type.version + 1} of ${type.name}`}
      description="New events are checked against it; earlier versions stay readable."
      onClose={onClose}
      submit={`Add version ${type.version + 1}`}
      onSubmit={() => add.mutate()}
      ready={!typed.errors.schema && !typed.errors.examples}
      busy={add.isPending}
      problem={add.error}
    >
      <SchemaEditor texts={texts} onChange={setTexts} problem={add.error} />
    </FormDialog>
  );
}
