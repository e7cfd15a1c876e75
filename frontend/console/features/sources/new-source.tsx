"use client";

import { createSource, type Preset, type SourceOptions, type SourceWithAddress } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Card, Page, PageHeader } from "@/components/ui/page-header";
import { useRefresh } from "@/lib/use-refresh";
import { AddressAndSecrets } from "./address-and-secrets";
import { parsedObject } from "./options";
import { PRESETS, presetOf } from "./presets";
import { Steps } from "./steps";

/** Adds a source by its sender's kind; shows the address with what to do there. */
export function NewSource() {
  const [preset, setPreset] = useState<Preset>("standard_webhooks");
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [secret, setSecret] = useState("");
  const [options, setOptions] = useState("");
  const refresh = useRefresh("/api/v1/sources");
  const words = presetOf(preset);
  const parsed = parsedObject(options, words?.needs ?? []);
  const create = useMutation({
    mutationFn: () =>
      createSource({
        name: name.trim(),
        preset,
        description: description.trim(),
        options: parsed.value as SourceOptions,
        ...(secret && { secret }),
      }),
    onSuccess: () => refresh(),
  });
  if (create.data) return <Made source={create.data} />;
  return (
    <Page>
      <PageHeader title="Add a source" description="Who sends? The address comes next." />
      <Form
        className="max-w-xl"
        submit="Add the source"
        onSubmit={() => create.mutate()}
        ready={name.trim() !== "" && !parsed.error}
        busy={create.isPending}
        problem={create.error}
        needs="sources:write"
      >
        <Field label="Sender" hint={words && `It is known by: ${words.proof}.`}>
          <Select value={preset} onChange={(event) => setPreset(event.target.value as Preset)}>
            {PRESETS.map((each) => (
              <option key={each.preset} value={each.preset}>
                {each.title}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Name"
          hint={`A word; its events are of the types source.${name.trim() || "name"}.…`}
          problem={create.error}
          path="body.name"
        >
          <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
        </Field>
        <Field label="Description" optional problem={create.error} path="body.description">
          <Input value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        {words?.secret !== "none" && (
          <Field
            label="Secret"
            optional
            hint={
              words?.secret === "theirs"
                ? "The sender makes it; often only once it knows the address. Leave it empty and set it then."
                : "The hub makes one when this is empty."
            }
            problem={create.error}
            path="body.secret"
          >
            <Input
              type="password"
              autoComplete="new-password"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          </Field>
        )}
        <Field
          label="Options"
          optional={words?.needs.length === 0}
          hint={`As JSON; ${words?.needs.length ? `needed: ${words.needs.join(", ")}` : "where to look for type and id, if not where this sender has them"}.`}
          error={parsed.error}
          problem={create.error}
          path="body.options"
        >
          <Textarea
            rows={3}
            spellCheck={false}
            className="font-mono text-xs"
            placeholder={preset === "hmac" ? '{"header": "X-Signature", "prefix": "sha256="}' : "{}"}
            value={options}
            onChange={(event) => setOptions(event.target.value)}
          />
        </Field>
      </Form>
    </Page>
  );
}

function Made({ source }: { source: SourceWithAddress }) {
  return (
    <Page>
      <PageHeader title={`${source.name} has its address`} />
      <Card className="flex max-w-2xl flex-col gap-5">
        <AddressAndSecrets address={source.address} secrets={source.secrets} />
        <Steps preset={source.preset} />
        <Button asChild look="primary" className="self-start">
          <Link href={`/sources/${source.id}`}>Show what comes in</Link>
        </Button>
      </Card>
    </Page>
  );
}
