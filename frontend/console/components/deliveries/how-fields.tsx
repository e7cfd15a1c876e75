"use client";

import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { wrongIn, type HowFields as Fields } from "./replay-how";

type HowFieldsProps = { fields: Fields; change: (fields: Fields) => void; problem: unknown };

/** Reason, pace and canary of a replay. */
export function HowFields({ fields, change, problem }: HowFieldsProps) {
  const wrong = wrongIn(fields);
  return (
    <>
      <Field label="Why" optional hint="Kept with the replay." problem={problem} path="body.reason">
        <Textarea
          rows={2}
          value={fields.reason}
          placeholder="The receiver was down"
          onChange={(event) => change({ ...fields, reason: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field
          label="Pace"
          optional
          hint="Deliveries a second; empty for as fast as the endpoints take them."
          error={wrong.perS}
          problem={problem}
          path="body.per_s"
        >
          <Input
            inputMode="decimal"
            value={fields.perS}
            placeholder="10"
            onChange={(event) => change({ ...fields, perS: event.target.value })}
          />
        </Field>
        <Field
          label="Canary"
          optional
          hint="So many first; the rest waits for what becomes of them."
          error={wrong.canary}
          problem={problem}
          path="body.canary"
        >
          <Input
            inputMode="numeric"
            value={fields.canary}
            placeholder="10"
            onChange={(event) => change({ ...fields, canary: event.target.value })}
          />
        </Field>
      </div>
      {fields.canary.trim() !== "" && (
        <div className="flex items-center gap-2">
          <Switch
            aria-label="Go on by itself"
            checked={fields.goesOn}
            onCheckedChange={(goesOn) => change({ ...fields, goesOn })}
          />
          <span>
            {fields.goesOn
              ? "When all of the canary was delivered, the rest follows by itself."
              : "After the canary it waits until somebody resumes it."}
          </span>
        </div>
      )}
    </>
  );
}
