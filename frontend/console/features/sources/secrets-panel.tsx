"use client";

import { getSourceSecret, rotateSourceSecret, type SourceDetail } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { Eye, RefreshCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Card, Section } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useRefresh } from "@/lib/use-refresh";
import { AddressAndSecrets } from "./address-and-secrets";
import { presetOf } from "./presets";
import { Steps } from "./steps";

/** The address, the secrets that verify now, and a new one. Reading them is noted in the audit. */
export function SecretsPanel({ source }: { source: SourceDetail }) {
  const [rotating, setRotating] = useState(false);
  // A mutation, not a query: nobody reads a secret by opening a page, and none stays in the cache.
  const reveal = useMutation({ mutationFn: () => getSourceSecret(source.id), gcTime: 0 });
  const signed = presetOf(source.preset)?.secret !== "none";
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="Address and secrets">
        <Card className="flex flex-col gap-4">
          {reveal.data ? (
            <AddressAndSecrets address={reveal.data.address} secrets={reveal.data.secrets} />
          ) : (
            <p className="text-muted">Hidden. That somebody reads them is noted in the audit.</p>
          )}
          {reveal.error && <ProblemNotice problem={reveal.error} />}
          <div className="flex flex-wrap gap-2">
            {!reveal.data && (
              <Button needs="sources:secrets" busy={reveal.isPending} onClick={() => reveal.mutate()}>
                <Eye aria-hidden /> Show
              </Button>
            )}
            {signed && (
              <Button needs="sources:secrets" onClick={() => setRotating(true)}>
                <RefreshCw aria-hidden /> {source.has_secret ? "Rotate the secret" : "Set the secret"}
              </Button>
            )}
          </div>
        </Card>
      </Section>
      <Section title="Setting up">
        <Card>
          <Steps preset={source.preset} />
        </Card>
      </Section>
      {rotating && (
        <Rotate source={source} onClose={() => setRotating(false)} onRotated={() => reveal.mutate()} />
      )}
    </div>
  );
}

const OVERLAPS: [seconds: number, words: string][] = [
  [0, "Not at all"],
  [3600, "An hour"],
  [86_400, "A day"],
  [604_800, "A week"],
];

type RotateProps = { source: SourceDetail; onClose: () => void; onRotated: () => void };

function Rotate({ source, onClose, onRotated }: RotateProps) {
  const [secret, setSecret] = useState("");
  const [overlap, setOverlap] = useState(86_400);
  const refresh = useRefresh("/api/v1/sources");
  const theirs = presetOf(source.preset)?.secret === "theirs";
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={source.has_secret ? "Rotate the secret?" : "Set the secret"}
      confirm={source.has_secret ? "Rotate" : "Set the secret"}
      onConfirm={async () => {
        await rotateSourceSecret(source.id, { overlap_s: overlap, ...(secret && { secret }) });
        toast.success("The new secret verifies from now on.");
        onRotated();
        await refresh();
      }}
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Secret"
          optional={!theirs}
          hint={theirs ? "As the sender shows it." : "The hub makes one when this is empty."}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </Field>
        {source.has_secret && (
          <Field label="The older ones verify along for" hint="Until the sender has the new one.">
            <Select value={overlap} onChange={(event) => setOverlap(Number(event.target.value))}>
              {OVERLAPS.map(([seconds, words]) => (
                <option key={seconds} value={seconds}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </ConfirmDialog>
  );
}
