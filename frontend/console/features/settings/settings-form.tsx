"use client";

import { changeSettings, type SettingsOut } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Card, Section } from "@/components/ui/page-header";
import { formatCount } from "@/lib/format";
import { useRefresh } from "@/lib/use-refresh";
import { changeOf, daysLost, enteredOf, type Entered } from "./change";
import { CheckingChoice } from "./checking-choice";

/** The settings, each with what it does. */
export function SettingsForm({ settings }: { settings: SettingsOut }) {
  const [entered, setEntered] = useState(() => enteredOf(settings));
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/settings");
  const change = changeOf(settings, entered);
  const lost = daysLost(settings, entered);
  const set = (part: Partial<Entered>) => setEntered({ ...entered, ...part });
  const save = useMutation({
    mutationFn: () => changeSettings(change ?? {}),
    onSuccess: async (saved) => {
      toast.success("Saved.");
      setEntered(enteredOf(saved));
      await refresh();
    },
  });
  return (
    <Form
      className="max-w-2xl gap-5"
      submit="Save"
      onSubmit={() => (lost.events + lost.jobs > 0 ? setAsking(true) : save.mutate())}
      ready={change !== null}
      busy={save.isPending}
      problem={save.error}
      needs="settings:admin"
    >
      <Section title="Event types">
        <Card className="flex flex-col gap-3">
          <p className="text-muted">
            What happens to an event of yours whose type is not{" "}
            <Link href="/event-types" className="text-accent underline">
              registered
            </Link>
            , or whose data does not fit its schema.
          </p>
          <CheckingChoice value={entered.checking} onChange={(checking) => set({ checking })} />
        </Card>
      </Section>
      <Section title="Retention">
        <Card className="flex flex-col gap-4">
          <Field
            label="Events, deliveries and attempts"
            hint={`Days, at most ${formatCount(settings.retention_days_max)} here. What is still owed to an endpoint is kept longer. Audit entries and requests of sources go along.`}
            problem={save.error}
            path="body.retention_days"
          >
            <Input
              type="number"
              min={1}
              max={settings.retention_days_max}
              className="max-w-32"
              value={entered.events}
              onChange={(event) => set({ events: event.target.value })}
            />
          </Field>
          <Field
            label="Finished jobs and their runs"
            hint="Days since a job has ended."
            problem={save.error}
            path="body.job_retention_days"
          >
            <Input
              type="number"
              min={1}
              className="max-w-32"
              value={entered.jobs}
              onChange={(event) => set({ jobs: event.target.value })}
            />
          </Field>
        </Card>
      </Section>
      <Section title="Limits">
        <Card>
          <Field
            label="Calls at once"
            optional
            hint="Over all connections together; each has a limit of its own besides. Empty: no limit."
            problem={save.error}
            path="body.jobs_in_flight"
          >
            <Input
              type="number"
              min={1}
              placeholder="No limit"
              className="max-w-32"
              value={entered.inFlight}
              onChange={(event) => set({ inFlight: event.target.value })}
            />
          </Field>
        </Card>
      </Section>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title="Keep less?"
        confirm="Save and delete what is older"
        onConfirm={() => save.mutateAsync()}
      >
        {lost.events > 0 && `Events, deliveries and attempts older than ${entered.events} days are deleted. `}
        {lost.jobs > 0 && `Jobs that ended more than ${entered.jobs} days ago are deleted. `}
        They cannot be brought back.
      </ConfirmDialog>
    </Form>
  );
}
