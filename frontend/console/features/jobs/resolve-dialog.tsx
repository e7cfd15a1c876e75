"use client";

import { type Decision, type JobOut, resolveJob } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";

const CHOICES: { decision: Decision; label: string; means: string }[] = [
  {
    decision: "succeeded",
    label: "It took effect",
    means: "You found it in the system. The job succeeds with the output that you give.",
  },
  {
    decision: "failed",
    label: "It did not, and shall not",
    means: "It is not in the system. The job fails; nothing more is called.",
  },
  {
    decision: "run_again",
    label: "It did not: run it again",
    means: "It is not in the system. The call is made again; if you are wrong it is done twice.",
  },
];

type ResolveDialogProps = { job: JobOut; onClose: () => void; onResolved: () => void };

/** A person says what a call has done whose answer was lost. */
export function ResolveDialog({ job, onClose, onResolved }: ResolveDialogProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [output, setOutput] = useState("");
  const [message, setMessage] = useState("");
  const [reason, setReason] = useState("");
  const parsed = readOutput(output);
  const resolve = useMutation({
    mutationFn: (chosen: Decision) =>
      resolveJob(job.id, {
        decision: chosen,
        reason: reason.trim(),
        ...(chosen === "succeeded" && parsed && { output: parsed }),
        ...(chosen === "failed" && message.trim() && { message: message.trim() }),
      }),
    onSuccess: () => {
      toast.success("Resolved");
      onResolved();
      onClose();
    },
  });
  const footer = (
    <>
      <Button onClick={onClose}>Back</Button>
      <Button
        look={decision === "run_again" ? "danger" : "primary"}
        disabled={decision === null || parsed === null}
        busy={resolve.isPending}
        onClick={() => decision && resolve.mutate(decision)}
      >
        Resolve
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="What has the call done?"
      description="Its answer was lost. The hub does not repeat a write that it cannot check. Look in the system, then say what you found."
      footer={footer}
    >
      <div className="flex flex-col gap-4">
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">What you found</legend>
          {CHOICES.map((choice) => (
            <label
              key={choice.decision}
              className="flex cursor-pointer gap-2.5 rounded-md border p-3 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="decision"
                className="mt-1 accent-(--accent)"
                checked={decision === choice.decision}
                onChange={() => setDecision(choice.decision)}
              />
              <span>
                <span className="block font-medium">{choice.label}</span>
                <span className="block text-muted">{choice.means}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {decision === "succeeded" && (
          <Field
            label="Output"
            hint="A JSON object, as far as it is known: the id of what was made."
            optional
            error={parsed === null ? "Must be a JSON object." : null}
            problem={resolve.error}
            path="body.output"
          >
            <Textarea
              rows={3}
              spellCheck={false}
              className="font-mono text-xs!"
              value={output}
              onChange={(event) => setOutput(event.target.value)}
            />
          </Field>
        )}
        {decision === "failed" && (
          <Field label="What the job’s error says" optional problem={resolve.error} path="body.message">
            <Input value={message} onChange={(event) => setMessage(event.target.value)} />
          </Field>
        )}
        <Field label="Why" hint="Kept with the job." optional>
          <Textarea
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {resolve.error && <ProblemNotice problem={resolve.error} />}
      </div>
    </Dialog>
  );
}

/** undefined: empty. null: no object. */
function readOutput(text: string): Record<string, unknown> | undefined | null {
  if (text.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
