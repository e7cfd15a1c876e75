"use client";

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { useLack, type Right } from "@/lib/rights";
import { Button } from "./button";
import { ProblemNotice } from "./problem-notice";

type FormProps = {
  children: ReactNode;
  /** What the button says: a verb. */
  submit: ReactNode;
  onSubmit: () => void;
  /** False while there is nothing to submit. */
  ready?: boolean;
  busy: boolean;
  /** What the last try ended with; null or undefined for nothing. */
  problem: unknown;
  /** Whose role lacks this reads first that they can only look, and changes nothing. */
  needs?: Right;
  /** Stands before the button. */
  before?: ReactNode;
  /** Stands behind it. */
  behind?: ReactNode;
  className?: string;
};

/** Fields, what was wrong with the last try, and the button that submits. The API checks what is entered. */
export function Form({ children, submit, onSubmit, ready = true, busy, problem, needs, ...rest }: FormProps) {
  const lack = useLack(needs);
  return (
    <form
      noValidate
      className={cn("flex flex-col gap-4", rest.className)}
      onSubmit={(event) => {
        event.preventDefault();
        if (lack === null && ready && !busy) onSubmit();
      }}
    >
      {lack !== null && (
        <p role="status" className="flex items-start gap-2 rounded-lg border bg-canvas p-3 text-muted">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0" /> {lack}
        </p>
      )}
      <fieldset disabled={lack !== null} className="contents">
        {children}
      </fieldset>
      {problem !== null && problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap items-center gap-2">
        {rest.before}
        <Button look="primary" type="submit" needs={needs} disabled={!ready} busy={busy}>
          {submit}
        </Button>
        {rest.behind}
      </div>
    </form>
  );
}
