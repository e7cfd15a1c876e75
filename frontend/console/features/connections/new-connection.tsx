"use client";

import { parseAsString, useQueryState } from "nuqs";
import { Page } from "@/components/ui/page-header";
import { Catalogue } from "./catalogue";
import { ConnectorForm } from "./connector-form";

/** Connecting a system: choose its connector, then say where it is and who calls it. The choice is in the address. */
export function NewConnection() {
  const [connector, choose] = useQueryState("connector", parseAsString.withOptions({ history: "push" }));
  return (
    <Page>
      {connector === null ? (
        <Catalogue onChoose={(name) => void choose(name)} />
      ) : (
        <ConnectorForm key={connector} name={connector} onBack={() => void choose(null)} />
      )}
    </Page>
  );
}
