"use client";

import type { EndpointOut } from "@hub/client";
import { useListEventTypes } from "@hub/client/react";
import { useId, type ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input, Textarea } from "@/components/ui/input";
import { Card } from "@/components/ui/page-header";
import { Switch } from "@/components/ui/switch";
import { AuthFields } from "./auth-fields";
import { CertificateField } from "./certificate-field";
import { EventTypes } from "./event-types";
import type { Fields } from "./fields";
import { FilterTrial } from "./filter-trial";

type EndpointFormProps = {
  fields: Fields;
  change: (fields: Fields) => void;
  /** The endpoint that is changed, for what of it is never shown in full. */
  stored?: EndpointOut;
} & Pick<ComponentProps<typeof Form>, "submit" | "onSubmit" | "ready" | "busy" | "problem" | "before">;

/** An endpoint's settings, for a new one and for a change. */
export function EndpointForm({ fields, change, stored, ...form }: EndpointFormProps) {
  const { problem } = form;
  const ordered = useId();
  const types = useListEventTypes({ query: { staleTime: 60_000 } });
  const text = (name: keyof Fields) => ({
    value: String(fields[name] ?? ""),
    onChange: (event: { target: { value: string } }) => change({ ...fields, [name]: event.target.value }),
  });
  return (
    <Form className="max-w-3xl" needs="endpoints:write" {...form}>
      <Card className="flex flex-col gap-4">
        <Field label="URL" problem={problem} path="body.url" hint="https; checked now and at every delivery.">
          <Input type="url" required placeholder="https://example.com/hooks" {...text("url")} />
        </Field>
        <Field label="Description" optional problem={problem} path="body.description">
          <Input placeholder="Partner portal" {...text("description")} />
        </Field>
        <EventTypes
          value={fields.eventTypes}
          onChange={(eventTypes) => change({ ...fields, eventTypes })}
          known={types.data?.data ?? []}
          problem={problem}
        />
        <FilterTrial
          value={fields.filter}
          onChange={(filter) => change({ ...fields, filter })}
          problem={problem}
        />
        <Field
          label="Channels"
          optional
          problem={problem}
          path="body.channels"
          hint="Only events that are published to one of them; empty for all."
        >
          <Input placeholder="acme, beta" {...text("channels")} />
        </Field>
        <div className="grid gap-4 md:grid-cols-2">
          <Field
            label="Owner’s e-mail"
            optional
            problem={problem}
            path="body.owner_email"
            hint="Hears of it when the endpoint fails for long."
          >
            <Input type="email" placeholder="ops@example.com" {...text("ownerEmail")} />
          </Field>
          <Field
            label="Alert channel"
            optional
            problem={problem}
            path="body.alert_channel"
            hint="Its failing and recovering is published there, as events."
          >
            <Input placeholder="ops" {...text("alertChannel")} />
          </Field>
        </div>
      </Card>
      <Card className="flex flex-col gap-4">
        <h2 className="text-sm font-semibold">Flow</h2>
        <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
          <Field label="Rate" optional hint="A second at most." problem={problem} path="body.rate_per_s">
            <Input inputMode="decimal" placeholder="no limit" {...text("ratePerS")} />
          </Field>
          <Field label="In flight" hint="Calls at once." problem={problem} path="body.max_in_flight">
            <Input inputMode="numeric" {...text("maxInFlight")} />
          </Field>
          <Field label="Timeout" hint="Seconds, 1 to 30." problem={problem} path="body.timeout_s">
            <Input inputMode="decimal" {...text("timeoutS")} />
          </Field>
        </div>
        <Field
          label="Waits between tries"
          optional
          hint="Seconds, separated by commas. Empty: 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 10 h."
          problem={problem}
          path="body.retry_schedule_s"
        >
          <Input placeholder="5, 300, 1800" {...text("retryScheduleS")} />
        </Field>
        <div className="flex items-center gap-2">
          <Switch
            id={ordered}
            checked={fields.ordered}
            onCheckedChange={(on) => change({ ...fields, ordered: on })}
          />
          <label htmlFor={ordered}>In order: one at a time, oldest first, waiting out retries</label>
        </div>
      </Card>
      <Card className="flex flex-col gap-4">
        <h2 className="text-sm font-semibold">Signing in at the receiver</h2>
        <Field
          label="Headers"
          optional
          hint={
            fields.headers === null
              ? "Stored values are never shown. Typing here replaces all of them."
              : "Name: value, one a line. Values are never shown again."
          }
          problem={problem}
          path="body.headers"
        >
          <Textarea
            rows={2}
            className="font-mono text-xs"
            placeholder="X-Tenant: acme"
            {...text("headers")}
          />
        </Field>
        <AuthFields auth={fields.auth} onChange={(auth) => change({ ...fields, auth })} problem={problem} />
        <CertificateField
          label="Client certificate"
          hint="For mutual TLS: certificate, chain and private key (not encrypted) in one PEM text. Never shown again."
          value={fields.clientCertificate}
          onChange={(clientCertificate) => change({ ...fields, clientCertificate })}
          stored={stored?.client_certificate}
          problem={problem}
          path="body.client_certificate"
        />
        <CertificateField
          label="Private CA"
          hint="PEM of up to 20 authorities: the receiver is verified by these and no others."
          value={fields.privateCa}
          onChange={(privateCa) => change({ ...fields, privateCa })}
          stored={stored?.private_ca}
          problem={problem}
          path="body.private_ca"
        />
      </Card>
    </Form>
  );
}
