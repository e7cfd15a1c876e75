"use client";

import type { NewPace } from "@hub/client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";

type PaceDialogProps = { perS: number | null; onClose: () => void; onSave: (pace: NewPace) => Promise<void> };

/** Asks for a replay's new pace. perS: as it is now, null for none. */
export function PaceDialog({ perS, onClose, onSave }: PaceDialogProps) {
  const [text, setText] = useState(perS === null ? "" : String(perS));
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const pace = text.trim() === "" ? null : Number(text);
  const wrong =
    pace !== null && !(pace >= 0.01 && pace <= 10_000) ? "Between 0.01 and 10,000 a second." : null;

  async function save() {
    setBusy(true);
    try {
      await onSave({ per_s: pace, reason: reason.trim() });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Change the pace"
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="primary" type="submit" form="pace" disabled={wrong !== null} busy={busy}>
            Set the pace
          </Button>
        </>
      }
    >
      <form
        id="pace"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong === null) void save();
        }}
      >
        <Field label="Deliveries a second" hint="Empty: as fast as the endpoints take them." error={wrong}>
          <Input inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label="Why" optional hint="Kept with the replay.">
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {problem !== null && <ProblemNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
