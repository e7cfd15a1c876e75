"use client";

import type { ConnectorDetails } from "@hub/client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fieldError } from "@/lib/problems";
import type { Draft, Missing } from "./draft";
import { fieldsOf, type Schema } from "./schema";
import { SchemaFields } from "./schema-fields";
import type { Way } from "./way-choice";

type DraftFieldsProps = {
  connector: ConnectorDetails;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  /** The part of the credentials' schema that is asked for. */
  credentials: Schema;
  missing: Missing;
  problem: unknown;
  way: Way;
};

/** Name, address, settings and credentials of a connection to be. */
export function DraftFields({
  connector,
  draft,
  setDraft,
  credentials,
  missing,
  problem,
  way,
}: DraftFieldsProps) {
  const part = (name: "name" | "base_url", words: string) =>
    missing.top.includes(name) ? words : fieldError(problem, `body.${name}`);
  return (
    <>
      <div className="flex flex-col gap-4">
        <Field
          label="Name"
          hint="As your team calls it; each connection has its own."
          error={part("name", "A name is needed.")}
        >
          <Input value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        </Field>
        {connector.needs_url && (
          <Field
            label="Address"
            hint="Where the system is, as the hub reaches it."
            error={part("base_url", "An address is needed.")}
          >
            <Input
              type="url"
              placeholder="https://erp.example.com"
              value={draft.baseUrl}
              onChange={(event) => setDraft({ ...draft, baseUrl: event.target.value })}
            />
          </Field>
        )}
        {fieldsOf(connector.config, draft.config).length > 0 && (
          <SchemaFields
            schema={connector.config}
            entered={draft.config}
            onChange={(config) => setDraft({ ...draft, config })}
            problem={problem}
            path="body.config"
            missing={missing.config}
            folded="settings"
          />
        )}
      </div>
      {fieldsOf(credentials, draft.credentials).length > 0 && (
        <fieldset className="flex flex-col gap-4 border-t pt-4">
          <legend className="sr-only">Credentials</legend>
          <p className="text-muted">
            {way === "consent"
              ? "The OAuth client that you registered at the vendor; leave it empty if the installation has its own."
              : "Encrypted at rest and never shown again."}
          </p>
          <SchemaFields
            schema={credentials}
            entered={draft.credentials}
            onChange={(entered) => setDraft({ ...draft, credentials: entered })}
            problem={problem}
            path="body.credentials"
            missing={missing.credentials}
          />
        </fieldset>
      )}
    </>
  );
}
