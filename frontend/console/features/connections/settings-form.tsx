"use client";

import { changeConnection, type ConnectionOut, type ConnectorDetails, type RateLimit } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { useRefresh } from "@/lib/use-refresh";
import { enteredOf, fieldsOf, missingOf, valuesOf } from "./schema";
import { SchemaFields } from "./schema-fields";

type SettingsFormProps = { connection: ConnectionOut; connector: ConnectorDetails };

/** Everything of a connection that may be changed, but for its credentials. */
export function SettingsForm({ connection, connector }: SettingsFormProps) {
  const rate = connection.rate_limit as RateLimit | null;
  const [name, setName] = useState(connection.name);
  const [baseUrl, setBaseUrl] = useState(connection.base_url);
  const [inFlight, setInFlight] = useState(String(connection.max_in_flight));
  const [requests, setRequests] = useState(rate ? String(rate.requests) : "");
  const [window, setWindow] = useState(rate ? String(rate.window_s) : "");
  const [config, setConfig] = useState(() => enteredOf(connection.config));
  const [missing, setMissing] = useState<string[]>([]);
  const refresh = useRefresh("/api/v1/connections");
  const limited = requests.trim() !== "" || window.trim() !== "";
  const save = useMutation({
    mutationFn: () =>
      changeConnection(connection.id, {
        name: name.trim(),
        ...(connector.needs_url && { base_url: baseUrl.trim() }),
        // As a whole: what the form does not show (a document's hash) goes back as it came.
        ...(hasConfig && {
          config: { ...hidden(connection, connector), ...valuesOf(connector.config, config) },
        }),
        max_in_flight: Number(inFlight),
        ...(limited
          ? { rate_limit: { requests: Number(requests), window_s: Number(window) } }
          : { no_rate_limit: true as const }),
      }),
    onSuccess: () => toast.success("Saved."),
    onSettled: () => refresh(),
  });
  const hasConfig = fieldsOf(connector.config, config).length > 0;

  function submit() {
    const lack = missingOf(connector.config, config);
    setMissing(lack);
    if (lack.length === 0) save.mutate();
  }
  return (
    <Form
      submit="Save"
      onSubmit={submit}
      busy={save.isPending}
      problem={save.error}
      needs="connections:write"
    >
      <Field label="Name" problem={save.error} path="body.name">
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {connector.needs_url && (
        <Field label="Address" problem={save.error} path="body.base_url">
          <Input type="url" value={baseUrl} onChange={(event) => setBaseUrl(event.target.value)} />
        </Field>
      )}
      <Field
        label="Calls at once"
        hint="As many as the system bears; more do not begin."
        problem={save.error}
        path="body.max_in_flight"
      >
        <Input type="number" min={1} value={inFlight} onChange={(event) => setInFlight(event.target.value)} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Requests"
          optional
          hint="Besides what the system itself tells."
          problem={save.error}
          path="body.rate_limit.requests"
        >
          <Input
            type="number"
            min={1}
            value={requests}
            onChange={(event) => setRequests(event.target.value)}
          />
        </Field>
        <Field label="in seconds" optional problem={save.error} path="body.rate_limit.window_s">
          <Input
            type="number"
            min={0}
            step="any"
            value={window}
            onChange={(event) => setWindow(event.target.value)}
          />
        </Field>
      </div>
      {hasConfig && (
        <SchemaFields
          schema={connector.config}
          entered={config}
          onChange={setConfig}
          problem={save.error}
          path="body.config"
          missing={missing}
          folded="settings"
        />
      )}
    </Form>
  );
}

function hidden(connection: ConnectionOut, connector: ConnectorDetails): Record<string, unknown> {
  const shown = new Set(fieldsOf(connector.config, enteredOf(connection.config)).map((field) => field.name));
  return Object.fromEntries(Object.entries(connection.config).filter(([name]) => !shown.has(name)));
}
