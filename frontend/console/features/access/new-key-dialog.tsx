"use client";

import { createKey, type CreatedKey, type NewKeyScopesItem } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input, Select } from "@/components/ui/input";
import { ShownOnce } from "@/components/ui/shown-once";
import { useRefresh } from "@/lib/use-refresh";
import { ScopePicker } from "./scope-picker";

const DAY_MS = 86_400_000;
const LIVES: [days: number, words: string][] = [
  [0, "Never"],
  [30, "In 30 days"],
  [90, "In 90 days"],
  [365, "In a year"],
];

type NewKeyDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Makes a key and shows its token, this once. */
export function NewKeyDialog({ open, onOpenChange }: NewKeyDialogProps) {
  return open ? <Making onClose={() => onOpenChange(false)} /> : null;
}

function Making({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState(0);
  const [scopes, setScopes] = useState<string[]>([]);
  const refresh = useRefresh("/api/v1/keys");
  const create = useMutation({
    mutationFn: () =>
      createKey({
        name: name.trim(),
        scopes: scopes as NewKeyScopesItem[],
        expires_at: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
      }),
    onSuccess: () => refresh(),
  });
  if (create.data) return <Made made={create.data} onClose={onClose} />;
  return (
    <FormDialog
      wide
      title="Create an API key"
      onClose={onClose}
      submit="Create the key"
      onSubmit={() => create.mutate()}
      ready={name.trim() !== "" && scopes.length > 0}
      busy={create.isPending}
      problem={create.error}
    >
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field label="Name" hint="The program that uses it." problem={create.error} path="body.name">
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoFocus
            autoComplete="off"
          />
        </Field>
        <Field label="Ends" problem={create.error} path="body.expires_at">
          <Select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {LIVES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ScopePicker scopes={scopes} onChange={setScopes} />
    </FormDialog>
  );
}

function Made({ made, onClose }: { made: CreatedKey; onClose: () => void }) {
  const footer = (
    <Button look="primary" onClick={onClose}>
      I have kept it
    </Button>
  );
  return (
    <Dialog open onOpenChange={onClose} title={`${made.name} is ready`} footer={footer}>
      <ShownOnce label="Token" value={made.token}>
        Shown this once. Keep it where the program keeps its secrets; it is sent as{" "}
        <code className="font-mono">Authorization: Bearer …</code>
      </ShownOnce>
    </Dialog>
  );
}
