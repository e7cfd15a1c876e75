"use client";

import { resumeEndpoint, type EndpointDetail, type Resumption } from "@hub/client";
import { useState } from "react";
import { toast } from "sonner";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { formatCount } from "@/lib/format";

type Choice = NonNullable<Resumption["release"]>;
type ResumeDialogProps = { endpoint: EndpointDetail; onClose: () => void; onDone: () => void };

/** Resumes an endpoint; what was held goes out, all of it or the newest, or is discarded. */
export function ResumeDialog({ endpoint, onClose, onDone }: ResumeDialogProps) {
  const [choice, choose] = useState<Choice>("all");
  const [newest, setNewest] = useState("100");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { held } = endpoint;
  const kept = Math.min(held, Number(newest));
  const wrong = choice === "newest" && !(Number.isInteger(Number(newest)) && Number(newest) >= 1);

  async function resume() {
    setBusy(true);
    try {
      await resumeEndpoint(
        endpoint.id,
        choice === "newest" ? { release: choice, newest: Number(newest) } : { release: choice },
      );
      toast.success("It takes deliveries again.");
      onDone();
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  const choices: [Choice, string, string][] = [
    ["all", `Release all ${formatCount(held)}`, "Oldest first, at the endpoint's rate."],
    ["newest", "Release the newest only", "The older ones are cancelled; they can be replayed later."],
    ["discard", `Discard all ${formatCount(held)}`, "They are cancelled; they can be replayed later."],
  ];
  return (
    <FormDialog
      title="Resume the endpoint"
      description={
        held === 0
          ? "Nothing is held. New events go out from now on."
          : `${formatCount(held)} ${held === 1 ? "delivery is" : "deliveries are"} held. What becomes of them?`
      }
      onClose={onClose}
      submit={held === 0 ? "Resume" : label(choice, held, kept)}
      onSubmit={() => void resume()}
      danger={choice !== "all"}
      ready={!wrong}
      {...{ busy, problem }}
    >
      {held > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">What becomes of the held deliveries</legend>
          {choices.map(([value, name, means]) => (
            <label
              key={value}
              className="flex cursor-pointer gap-3 rounded-lg border p-3 has-checked:border-accent"
            >
              <input
                type="radio"
                name="release"
                className="mt-1 accent-(--accent)"
                checked={choice === value}
                onChange={() => choose(value)}
              />
              <span>
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-muted">{means}</span>
              </span>
            </label>
          ))}
          {choice === "newest" && (
            <Field
              label="How many"
              problem={problem}
              path="body.newest"
              error={wrong ? "A whole number from 1." : null}
            >
              <Input inputMode="numeric" value={newest} onChange={(event) => setNewest(event.target.value)} />
            </Field>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}

function label(choice: Choice, held: number, kept: number): string {
  switch (choice) {
    case "all":
      return `Resume and release ${formatCount(held)}`;
    case "newest":
      return `Resume, release ${formatCount(kept)}, cancel ${formatCount(held - kept)}`;
    case "discard":
      return `Resume and discard ${formatCount(held)}`;
  }
}
