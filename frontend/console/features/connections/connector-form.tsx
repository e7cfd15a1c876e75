"use client";

import type { ConnectorDetails } from "@hub/client";
import { useGetConnector } from "@hub/client/react";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Marks } from "./catalogue";
import { ConsentLink } from "./consent-link";
import { DraftFields } from "./draft-fields";
import { askedFor, lackOf, NOTHING_MISSING, type Draft } from "./draft";
import { takesConsent } from "./schema";
import { useConnect } from "./use-connect";
import { WayChoice, type Way } from "./way-choice";
import { WrongNotice } from "./wrong-notice";

/** Where the system is and who calls it; checked right away. */
export function ConnectorForm({ name, onBack }: { name: string; onBack: () => void }) {
  const connector = useGetConnector(name, { query: { staleTime: Infinity } });
  return (
    <Loaded query={connector} height={500}>
      {(data) => (
        <>
          <PageHeader
            title={`Connect ${data.title}`}
            aside={<Marks connector={data} />}
            description={data.description}
            actions={
              <Button look="ghost" onClick={onBack}>
                <ArrowLeft aria-hidden /> Other system
              </Button>
            }
          />
          <ConnectForm connector={data} />
        </>
      )}
    </Loaded>
  );
}

function ConnectForm({ connector }: { connector: ConnectorDetails }) {
  const consents = takesConsent(connector.credentials);
  const [way, setWay] = useState<Way>(consents ? "consent" : "credentials");
  const [draft, setDraft] = useState<Draft>({
    name: connector.title,
    baseUrl: "",
    config: {},
    credentials: {},
  });
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const credentials = askedFor(connector, way);
  const connect = useConnect(connector, credentials);

  function submit() {
    const lack = lackOf(connector, draft, credentials);
    setMissing(lack);
    if (Object.values(lack).some((names) => names.length > 0)) return;
    if (way === "consent") connect.link.mutate(draft);
    else connect.make.mutate(draft);
  }

  if (connect.link.data) return <ConsentLink link={connect.link.data} onAgain={() => connect.link.reset()} />;
  const problem = way === "consent" ? connect.link.error : connect.make.error;
  const wrong = connect.make.data?.checked.error ?? null;
  const busy = connect.make.isPending || connect.link.isPending;
  return (
    <Form
      className="max-w-xl gap-6"
      submit={way === "consent" ? "Make a link" : connect.made ? "Save and check again" : "Connect and check"}
      onSubmit={submit}
      busy={busy}
      problem={problem}
      needs="connections:write"
      behind={
        connect.make.isPending && (
          <span role="status" className="text-muted">
            Calling {connector.title} …
          </span>
        )
      }
    >
      {consents && <WayChoice way={way} onChange={setWay} />}
      <DraftFields {...{ connector, draft, setDraft, credentials, missing, problem, way }} />
      {way === "credentials" && !busy && (
        <WrongNotice error={wrong}>
          <Button size="small" type="button" onClick={connect.keep}>
            Keep it as it is
          </Button>
        </WrongNotice>
      )}
    </Form>
  );
}
