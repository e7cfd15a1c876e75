"use client";

import { getEndpointSecret, type AttemptDetail } from "@hub/client";
import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Card } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { verify, type Verdict } from "./verify";

/** What was signed, what came of it, and a way to check a secret against it, here in the browser. */
export function Signature({ attempt }: { attempt: AttemptDetail }) {
  const { signing, body } = attempt.request;
  return (
    <Card className="flex flex-col gap-4">
      <p className="text-muted">
        Signed is <code className="font-mono text-xs text-fg">{"{id}.{timestamp}.{body}"}</code>: the
        webhook-id, the webhook-timestamp and the body&apos;s exact bytes, joined by dots. A parser that
        reformats the body breaks the signature.
      </p>
      <pre
        tabIndex={0}
        aria-label="What was signed"
        className="max-h-32 overflow-auto rounded-md border bg-raised p-3 font-mono text-xs break-all whitespace-pre-wrap"
      >
        <span className="text-accent">{signing.signed_prefix}</span>
        {body ?? <span className="text-faint">(the body is not kept any more)</span>}
      </pre>
      {signing.signatures?.map((each) => (
        <p key={each.value} className="font-mono text-xs break-all">
          <span className="text-muted">{each.algorithm} </span>
          {each.value}
          {each.public_key && <span className="text-muted"> verify with {each.public_key}</span>}
        </p>
      ))}
      {signing.unavailable_because && <p className="text-muted">{signing.unavailable_because}</p>}
      {signing.signatures && body !== null && <Check attempt={attempt} />}
    </Card>
  );
}

function Check({ attempt }: { attempt: AttemptDetail }) {
  const { signing, body } = attempt.request;
  const [secret, setSecret] = useState("");
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function check(text: string) {
    const signatures = (signing.signatures ?? []).map((each) => each.value).join(" ");
    setVerdict(await verify(text, { prefix: signing.signed_prefix, body: body ?? "", signatures }));
  }
  async function load() {
    try {
      const { data } = await getEndpointSecret(attempt.endpoint_id);
      setProblem(null);
      const usable = data.find((each) => each.secret.startsWith("whsec_"))?.secret;
      setSecret(usable ?? "");
      if (usable) await check(usable);
      else
        setVerdict({
          kind: "unusable",
          because: "The endpoint signs by Ed25519: paste the public key shown above.",
        });
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <form
      className="flex flex-col gap-2 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void check(secret);
      }}
    >
      <Field
        label="Check a secret against it"
        hint="Computed in this browser; what you paste is sent nowhere."
      >
        <Input
          type="password"
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
          placeholder="whsec_… or whpk_…"
          value={secret}
          onChange={(event) => (setSecret(event.target.value), setVerdict(null))}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={secret.trim() === ""}>
          Verify
        </Button>
        <Button look="ghost" onClick={() => void load()}>
          Use the endpoint&apos;s secret
        </Button>
        <span role="status" className="min-w-0">
          {verdict && <Said verdict={verdict} />}
        </span>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
    </form>
  );
}

function Said({ verdict }: { verdict: Verdict }) {
  switch (verdict.kind) {
    case "right":
      return (
        <span className="inline-flex items-center gap-1.5 text-ok">
          <CircleCheck aria-hidden className="size-4" /> This secret made the {verdict.scheme} signature.
        </span>
      );
    case "wrong":
      return (
        <span className="inline-flex items-center gap-1.5 text-bad">
          <CircleX aria-hidden className="size-4" /> Another secret made these signatures.
        </span>
      );
    case "unusable":
      return (
        <span className="inline-flex items-center gap-1.5 text-warn">
          <CircleHelp aria-hidden className="size-4 shrink-0" /> {verdict.because}
        </span>
      );
  }
}
