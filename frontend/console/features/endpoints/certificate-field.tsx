"use client";

import type { CertificateOut } from "@hub/client";
import { useId, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Time } from "@/components/ui/time";

type CertificateFieldProps = Pick<ComponentProps<typeof Field>, "problem" | "path"> & {
  label: string;
  hint: string;
  /** As typed; null leaves what is stored. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What the hub has now. */
  stored: CertificateOut | null | undefined;
};

/** PEM to paste; of a stored one its subject and end, for the rest is never shown. */
export function CertificateField({ label, hint, value, onChange, stored, ...wrong }: CertificateFieldProps) {
  const named = useId();
  if (value === null) {
    return (
      <div role="group" aria-labelledby={named} className="flex flex-col gap-1">
        <span id={named} className="text-sm font-medium">
          {label}
        </span>
        <div className="flex flex-wrap items-center gap-3 text-muted">
          <span className="min-w-0 break-words" title={stored ? `SHA-256 ${stored.sha256}` : undefined}>
            {stored ? (
              <>
                <span className="font-mono text-xs">{stored.subject}</span>, good until{" "}
                <Time at={stored.expires_at} absolute />
              </>
            ) : (
              "Stored, and never shown."
            )}
          </span>
          <Button size="small" onClick={() => onChange("")}>
            Set it anew
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Field
      label={label}
      optional
      hint={
        <>
          {hint}
          {stored && " Left empty, the stored one is taken away."}
        </>
      }
      {...wrong}
    >
      <Textarea
        rows={3}
        spellCheck={false}
        autoComplete="off"
        className="font-mono text-xs"
        placeholder="-----BEGIN CERTIFICATE-----"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
