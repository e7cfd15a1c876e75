"use client";

import { deleteConnection, type ConnectionOut } from "@hub/client";
import { useGetConnector } from "@hub/client/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Deleting } from "@/components/ui/deleting";
import { Card, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { CredentialsDialog } from "./credentials-dialog";
import { DisableConnection } from "./disable-connection";
import { SettingsForm } from "./settings-form";

/** Name, address, limits, credentials; switching off and deleting. */
export function SettingsPanel({ connection }: { connection: ConnectionOut }) {
  const connector = useGetConnector(connection.connector, { query: { staleTime: Infinity } });
  const [replacing, setReplacing] = useState(false);
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="Settings">
        <Card>
          <Loaded query={connector} height={320}>
            {(data) => <SettingsForm connection={connection} connector={data} />}
          </Loaded>
        </Card>
      </Section>
      <div className="flex flex-col gap-5">
        <Section title="Credentials">
          <Card className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-48 flex-1 text-muted">
              Encrypted at rest and never shown. They can only be replaced.
            </p>
            <Button needs="connections:write" onClick={() => setReplacing(true)}>
              Replace
            </Button>
          </Card>
        </Section>
        <Section title="Switching off">
          <Card className="flex flex-col gap-4">
            <DisableConnection connection={connection} />
            <Deleting
              noun="connection"
              name={connection.name}
              note="For good, with its credentials. Finished jobs stay readable."
              needs="connections:write"
              onDelete={() => deleteConnection(connection.id)}
            >
              Its credentials are gone at once and cannot be brought back. Jobs that have not begun are
              cancelled; finished ones stay readable.
            </Deleting>
          </Card>
        </Section>
      </div>
      <CredentialsDialog connection={connection} open={replacing} onOpenChange={setReplacing} />
    </div>
  );
}
