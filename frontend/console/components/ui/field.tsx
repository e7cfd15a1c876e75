"use client";

import { Slot } from "radix-ui";
import { useId, type ReactElement, type ReactNode } from "react";
import { fieldError } from "@/lib/problems";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words; or give `problem` and `path`. */
  error?: string | null;
  /** What the API answered: its error for `path` is shown. */
  problem?: unknown;
  /** The field's path in the request: `body.url`. */
  path?: string;
  optional?: boolean;
  /** The one control: Input, Select, Textarea, Switch. */
  children: ReactElement;
};

/** A label, a control, a hint and what is wrong with the value, tied together for screen readers. */
export function Field({ label, hint, error, problem, path, optional, children }: FieldProps) {
  const id = useId();
  const wrong = error ?? (path === undefined ? null : fieldError(problem, path));
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-faint">optional</span>}
      </label>
      <Slot.Root id={id} aria-describedby={described || undefined} aria-invalid={wrong ? true : undefined}>
        {children}
      </Slot.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-error`} role="alert" className="text-xs text-bad">
          {wrong}
        </p>
      )}
    </div>
  );
}
