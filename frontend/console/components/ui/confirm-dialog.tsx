"use client";

import { useState, type ReactNode } from "react";
import { Field } from "./field";
import { FormDialog } from "./form-dialog";
import { Input, Textarea } from "./input";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, with exact counts. */
  children?: ReactNode;
  /** The verb: `Cancel 12 jobs`, never `OK`. */
  confirm: string;
  danger?: boolean;
  /** Ask why; the text is handed to onConfirm. */
  reason?: "optional" | "required";
  /** What must be typed before the button works: for what cannot be undone. */
  typed?: string;
  /** Resolves when done (the dialog closes) or throws (the dialog shows the problem). */
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks before something happens that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.open ? <Asking {...props} /> : null;
}

function Asking({ onOpenChange, title, children, confirm, danger, ...rest }: ConfirmDialogProps) {
  const { reason, typed, onConfirm } = rest;
  const [why, setWhy] = useState("");
  const [word, setWord] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready =
    (typed === undefined || word.trim() === typed) && (reason !== "required" || why.trim() !== "");

  async function act() {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(why.trim());
      onOpenChange(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <FormDialog
      {...{ title, danger, ready, busy, problem }}
      onClose={() => onOpenChange(false)}
      submit={confirm}
      onSubmit={() => void act()}
    >
      {children && <div className="text-sm text-muted">{children}</div>}
      {reason && (
        <Field label="Why" hint="Kept in the audit log." optional={reason === "optional"}>
          <Textarea rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      )}
      {typed !== undefined && (
        <Field label={<>Type “{typed}” to go on</>}>
          <Input autoComplete="off" value={word} onChange={(event) => setWord(event.target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
