"use client";

import { listEvents, tryEndpointFilter } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Badge } from "@/components/ui/state-badge";

const SAMPLE = `{"type": "order.paid", "timestamp": "2026-01-01T00:00:00Z", "data": {"total": 1200}}`;

type FilterTrialProps = { value: string; onChange: (value: string) => void; problem: unknown };

/** The payload filter, and what it makes of a sample or of the newest event. */
export function FilterTrial({ value, onChange, problem }: FilterTrialProps) {
  const [sample, setSample] = useState(SAMPLE);
  const trial = useMutation({
    mutationFn: async () => tryEndpointFilter({ filter: value.trim(), sample: parsed(sample) }),
  });
  const recent = useMutation({
    mutationFn: async () => {
      const { data } = await listEvents({ limit: 200 });
      const last = data.at(-1);
      if (!last) throw new Error("There is no event yet.");
      return JSON.stringify({ type: last.type, timestamp: last.timestamp, data: last.data }, null, 2);
    },
    onSuccess: (text) => {
      setSample(text);
      trial.reset();
    },
  });
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Payload filter"
        optional
        hint="SQL/JSON path on the body: $.data.total > 1000. Only events for which it is true are delivered."
        problem={problem}
        path="body.filter"
      >
        <Textarea
          rows={1}
          className="font-mono text-xs"
          placeholder="$.data.total > 1000"
          value={value}
          onChange={(event) => (onChange(event.target.value), trial.reset())}
        />
      </Field>
      {value.trim() !== "" && (
        <div className="flex flex-col gap-2 rounded-md border bg-raised p-3">
          <Field label="Try it on">
            <Textarea
              rows={4}
              className="font-mono text-xs"
              value={sample}
              onChange={(event) => (setSample(event.target.value), trial.reset())}
            />
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" busy={trial.isPending} onClick={() => trial.mutate()}>
              Try the filter
            </Button>
            <Button size="small" look="ghost" busy={recent.isPending} onClick={() => recent.mutate()}>
              Take a stored event
            </Button>
            <span role="status">
              {trial.data &&
                (trial.data.matches ? (
                  <Badge tone="ok">would be delivered</Badge>
                ) : (
                  <Badge tone="warn">would be left out</Badge>
                ))}
            </span>
          </div>
          {(trial.error ?? recent.error) && <ProblemNotice problem={trial.error ?? recent.error} />}
        </div>
      )}
    </div>
  );
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw new Error("The sample is not JSON.");
  }
  throw new Error("The sample is a JSON object with type, timestamp and data.");
}
