"use client";

import { changeConnection, checkConnection, type ConnectionOut, type ConnectorDetails } from "@hub/client";
import { useGetConnector } from "@hub/client/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/skeleton";
import { useRefresh } from "@/lib/use-refresh";
import { ConsentLink } from "./consent-link";
import { fieldsOf, missingOf, takesConsent, valuesOf, type Entered } from "./schema";
import { SchemaFields } from "./schema-fields";
import { askForConsent } from "./use-connect";
import { WayChoice, type Way } from "./way-choice";
import { WrongNotice } from "./wrong-notice";

type CredentialsDialogProps = {
  connection: ConnectionOut;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** New credentials for a connection, by hand or by consent; checked right away. */
export function CredentialsDialog({ connection, open, onOpenChange }: CredentialsDialogProps) {
  const connector = useGetConnector(connection.connector, { query: { enabled: open, staleTime: Infinity } });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Credentials of ${connection.name}`}
      description="They replace the present ones as a whole, and are checked right away."
    >
      <Loaded query={connector} height={180}>
        {(data) => <Replacing connector={data} connection={connection} onDone={() => onOpenChange(false)} />}
      </Loaded>
    </Dialog>
  );
}

type ReplacingProps = { connector: ConnectorDetails; connection: ConnectionOut; onDone: () => void };

function Replacing({ connector, connection, onDone }: ReplacingProps) {
  const schema = connector.credentials;
  const consents = takesConsent(schema);
  const [way, setWay] = useState<Way>(consents ? "consent" : "credentials");
  const [entered, setEntered] = useState<Entered>({});
  const [missing, setMissing] = useState<string[]>([]);
  const refresh = useRefresh("/api/v1/connections");
  const replace = useMutation({
    mutationFn: async () => {
      await changeConnection(connection.id, { credentials: valuesOf(schema, entered) });
      return checkConnection(connection.id);
    },
    onSuccess: ({ ok }) => {
      if (!ok) return;
      toast.success(`${connection.name} answers. Its jobs go on.`);
      onDone();
    },
    onSettled: () => refresh(),
  });
  const link = useMutation({ mutationFn: () => askForConsent({ connection_id: connection.id }) });
  if (link.data) return <ConsentLink link={link.data} onAgain={() => link.reset()} />;
  if (fieldsOf(schema, entered).length === 0) return <p>{connector.title} needs no credentials.</p>;

  function submit() {
    if (way === "consent") return link.mutate();
    const lack = missingOf(schema, entered);
    setMissing(lack);
    if (lack.length === 0) replace.mutate();
  }
  const problem = way === "consent" ? link.error : replace.error;
  return (
    <Form
      submit={way === "consent" ? "Make a link" : "Replace and check"}
      onSubmit={submit}
      busy={replace.isPending || link.isPending}
      problem={problem}
    >
      {consents && <WayChoice way={way} onChange={setWay} />}
      {way === "credentials" && (
        <SchemaFields
          schema={schema}
          entered={entered}
          onChange={setEntered}
          problem={problem}
          path="body.credentials"
          missing={missing}
        />
      )}
      {way === "credentials" && <WrongNotice error={replace.data?.error ?? null} />}
    </Form>
  );
}
