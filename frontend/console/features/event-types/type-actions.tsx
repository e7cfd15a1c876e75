"use client";

import { changeEventType, deleteEventType, type EventTypeOut } from "@hub/client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useOutdate, useRefresh } from "@/lib/use-refresh";

/** Describing, deprecating and deleting a type of the tenant's. */
export function TypeActions({ type }: { type: EventTypeOut }) {
  const [asking, setAsking] = useState<"describe" | "deprecate" | "delete" | null>(null);
  const [description, setDescription] = useState(type.description);
  const router = useRouter();
  const refresh = useRefresh("/api/v1/event-types");
  const outdate = useOutdate("/api/v1/event-types");
  const close = () => setAsking(null);
  const deprecated = type.deprecated_at !== null;
  const trigger = (
    <Button needs="events:write" size="icon" aria-label="More">
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem onSelect={() => setAsking("describe")}>Edit the description</MenuItem>
        <MenuItem onSelect={() => setAsking("deprecate")}>
          {deprecated ? "No longer deprecate" : "Deprecate"}
        </MenuItem>
        <MenuItem danger onSelect={() => setAsking("delete")}>
          Delete
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking === "describe"}
        onOpenChange={close}
        title={`Description of ${type.name}`}
        confirm="Save"
        onConfirm={async () => {
          await changeEventType(type.name, { description: description.trim() });
          await refresh();
        }}
      >
        <Field label="Description" hint="When it happens.">
          <Textarea value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "deprecate"}
        onOpenChange={close}
        title={deprecated ? `Use ${type.name} again?` : `Deprecate ${type.name}?`}
        confirm={deprecated ? "No longer deprecate" : "Deprecate"}
        onConfirm={async () => {
          await changeEventType(type.name, { deprecated: !deprecated });
          toast.success(deprecated ? "No longer deprecated." : "Deprecated.");
          await refresh();
        }}
      >
        {deprecated
          ? "The mark is taken away."
          : "It warns whoever reads the registry. Events of it are taken and delivered all the same."}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        danger
        typed={type.name}
        title={`Delete ${type.name}?`}
        confirm="Delete the type"
        onConfirm={async () => {
          await deleteEventType(type.name);
          toast.success(`${type.name} is deleted.`);
          await outdate();
          router.push("/event-types");
        }}
      >
        All of its versions are gone. Events that were published stay; with strict checking, new ones are
        refused.
      </ConfirmDialog>
    </>
  );
}
