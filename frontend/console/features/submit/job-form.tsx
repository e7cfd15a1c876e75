"use client";

import type { NewJob, OperationOut } from "@hub/client";
import { Send } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { CopyMenu } from "@/components/job/copy-menu";
import type { JsonSchema } from "@/components/schema-form/schema-nodes";
import { type Issue, issuesOf } from "@/components/schema-form/issues";
import { inputIssues, placeName } from "@/components/schema-form/values";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { type Advanced, readAdvanced } from "./advanced";
import { AdvancedFields } from "./advanced-fields";
import { type Draft, InputEditor, readDraft } from "./input-editor";
import { useSubmission } from "./use-submission";

type JobFormProps = {
  connectionId: string;
  operation: OperationOut;
  initial: { input: JsonSchema; advanced: Advanced };
  onAccepted: (id: string) => void;
};

/** An operation's input and what may be said besides, checked here first and by the hub in the end. */
export function JobForm({ connectionId, operation, initial, onAccepted }: JobFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>({ value: initial.input, text: null });
  const [advanced, setAdvanced] = useState(initial.advanced);
  const [attempts, setAttempts] = useState(0);
  const [sent, setSent] = useState<JsonSchema | null>(null);
  const { send, madeKey, problem, isPending, isWaiting, tries } = useSubmission(onAccepted);
  const read = useMemo(() => readDraft(draft, operation.input), [draft, operation]);
  const own = useMemo(
    () => (attempts > 0 && "input" in read ? issuesOf(operation.input, read.input) : []),
    [attempts, read, operation],
  );
  const answered = inputIssues(problem);
  // The hub's word on a field holds until that field is changed.
  const input = "input" in read ? read.input : {};
  const held = answered.filter(
    ({ path }) => sameAt(sent, input, path) && !own.some((each) => same(each, path)),
  );
  const issues = [...own, ...held];
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, problem]);

  function compose(): NewJob | null {
    if ("error" in read) return null;
    return {
      connection_id: connectionId,
      operation: operation.name,
      input: read.input,
      ...readAdvanced(advanced).fields,
    };
  }
  function submit() {
    setAttempts((count) => count + 1);
    const job = compose();
    if (!job || isPending || Object.keys(readAdvanced(advanced).errors).length > 0) return;
    if (issuesOf(operation.input, job.input).length > 0) return;
    setSent(job.input ?? {});
    send(job, advanced.key.trim());
  }
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      aria-label={operation.title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
      }}
    >
      <InputEditor operation={operation} draft={draft} onChange={setDraft} issues={issues} />
      <AdvancedFields value={advanced} onChange={setAdvanced} problem={problem} madeKey={madeKey} />
      <Wrong issues={issues} />
      {problem && answered.length === 0 && <ProblemNotice problem={problem} onRetry={submit} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button needs="jobs:write" type="submit" look="primary" busy={isPending}>
          <Send aria-hidden /> Submit
        </Button>
        <CopyMenu make={() => withKey(compose(), advanced.key.trim() || madeKey)} />
        <span role="status" className="text-xs text-muted">
          {isWaiting
            ? "You are offline: nothing is sent yet. It is, once, as soon as you are back, while this page stays open."
            : isPending && tries > 0
              ? "No answer yet; the same is sent again with its key."
              : null}
        </span>
        {!isPending && <span className="text-xs text-muted phone:hidden">Ctrl Enter submits</span>}
      </div>
    </form>
  );
}

function withKey(job: NewJob | null, key: string) {
  return job && { job, key };
}

/** What is wrong, also where no field is to be seen. */
function Wrong({ issues }: { issues: Issue[] }) {
  if (issues.length === 0) return null;
  const count = issues.length === 1 ? "One field needs" : `${issues.length} fields need`;
  return (
    <div role="alert" className="rounded-lg border border-bad/40 bg-bad-soft px-3 py-2">
      <p className="font-medium">{count} another look; nothing was submitted.</p>
      <ul className="mt-1 text-muted">
        {issues.slice(0, 8).map(({ path, message }) => (
          <li key={path.join(".")}>
            {path.length > 0 && <span className="font-mono text-xs">{placeName(path)}: </span>}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function same(issue: Issue, path: string[]): boolean {
  return issue.path.join("\n") === path.join("\n");
}

function sameAt(one: unknown, other: unknown, path: string[]): boolean {
  const at = (value: unknown) =>
    path.reduce<unknown>(
      (inner, token) => (inner as Record<string, unknown> | null | undefined)?.[token],
      value,
    );
  return JSON.stringify(at(one)) === JSON.stringify(at(other));
}
