"use client";

import { rotateEndpointSecret, type EndpointDetail, type Secrets as Shown } from "@hub/client";
import {
  getGetEndpointPublicKeyQueryKey,
  useGetEndpointPublicKey,
  useGetEndpointSecret,
} from "@hub/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { Eye, KeyRound } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Card, Section } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Time } from "@/components/ui/time";
import { Snippets } from "./secret-once";

const OVERLAPS: [number, string][] = [
  [0, "not at all"],
  [3600, "an hour"],
  [86_400, "a day"],
  [3 * 86_400, "three days"],
  [7 * 86_400, "seven days"],
];

/** What signs the endpoint's deliveries: shown on demand, rotated with an overlap, and how receivers verify. */
export function Secrets({ endpoint }: { endpoint: EndpointDetail }) {
  const [wanted, want] = useState(false);
  const [asking, ask] = useState(false);
  const [overlap, setOverlap] = useState(86_400);
  const [rotated, setRotated] = useState<Shown | null>(null);
  const client = useQueryClient();
  // Never kept: leaving the tab forgets it.
  const secret = useGetEndpointSecret(endpoint.id, {
    query: { enabled: wanted, gcTime: 0, staleTime: 0, retry: false },
  });
  const publicKey = useGetEndpointPublicKey(endpoint.id, { query: { retry: false } });
  const shown = rotated ?? secret.data;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Section
        title="Secret"
        actions={
          <div className="flex gap-2">
            {!shown && (
              <Button needs="endpoints:secrets" onClick={() => want(true)} busy={secret.isFetching}>
                <Eye aria-hidden /> Reveal
              </Button>
            )}
            <Button needs="endpoints:secrets" onClick={() => ask(true)}>
              <KeyRound aria-hidden /> Rotate…
            </Button>
          </div>
        }
      >
        <Card className="flex flex-col gap-3">
          {!shown && !secret.error && (
            <p className="text-muted">Hidden. Revealing needs the right to see secrets, and is audited.</p>
          )}
          {secret.error && <ProblemNotice problem={secret.error} />}
          {shown?.data.map((each) => (
            <div key={each.secret} className="flex flex-col gap-1">
              <CodeBlock code={each.secret} label="secret" />
              <p className="text-xs text-muted">
                {each.expires_at ? (
                  <>
                    signs along until <Time at={each.expires_at} absolute />
                  </>
                ) : (
                  "the newest"
                )}
              </p>
            </div>
          ))}
        </Card>
      </Section>
      {publicKey.data && publicKey.data.data.length > 0 && (
        <Section title="Public key (Ed25519)">
          <Card className="flex flex-col gap-2">
            {publicKey.data.data.map((each) => (
              <CodeBlock key={each.public_key} code={each.public_key} label="public key" />
            ))}
          </Card>
        </Section>
      )}
      <Section title="Verifying">
        <Card>
          <Snippets />
        </Card>
      </Section>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title="Rotate the secret?"
        confirm="Rotate"
        danger={overlap === 0}
        onConfirm={async () => {
          setRotated(await rotateEndpointSecret(endpoint.id, { overlap_s: overlap }));
          void client.invalidateQueries({ queryKey: getGetEndpointPublicKeyQueryKey(endpoint.id) });
          toast.success("There is a new secret.");
        }}
      >
        <div className="flex flex-col gap-3">
          <p>
            A new secret is made and shown. Deliveries carry a signature of each live one, so receivers can
            change over at any moment.
          </p>
          <Field label="The old one signs along">
            <Select value={overlap} onChange={(event) => setOverlap(Number(event.target.value))}>
              {OVERLAPS.map(([seconds, name]) => (
                <option key={seconds} value={seconds}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {overlap === 0 && (
            <p className="text-bad">Receivers refuse everything until they have the new secret.</p>
          )}
        </div>
      </ConfirmDialog>
    </div>
  );
}
