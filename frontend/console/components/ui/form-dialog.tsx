"use client";

import { useId, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ProblemNotice } from "./problem-notice";

type FormDialogProps = {
  title: string;
  description?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
  onClose: () => void;
  /** What the button says: a verb, with the exact count of what it concerns. */
  submit: ReactNode;
  onSubmit: () => void;
  danger?: boolean;
  /** False while there is nothing to submit. */
  ready?: boolean;
  busy: boolean;
  /** What the last try ended with; null or undefined for nothing. */
  problem: unknown;
};

/** A dialog that asks for something: fields, what was wrong with the last try, a way back, and the button that does it. */
export function FormDialog({ title, description, wide, children, onClose, ...rest }: FormDialogProps) {
  const form = useId();
  const { submit, onSubmit, danger, ready = true, busy, problem } = rest;
  const footer = (
    <>
      <Button onClick={onClose}>Back</Button>
      <Button look={danger ? "danger" : "primary"} type="submit" form={form} disabled={!ready} busy={busy}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      {...{ title, description, wide }}
      footer={footer}
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog may stand in a form of the page: React's events would reach that, too.
          event.stopPropagation();
          if (ready && !busy) onSubmit();
        }}
      >
        {children}
        {problem !== null && problem !== undefined && <ProblemNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
