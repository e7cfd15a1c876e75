"use client";

import { useGetMe } from "@hub/client/react";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { Account } from "./account";
import { Keys } from "./keys";
import { NotAllowed } from "./not-allowed";
import { Operators } from "./operators";

/** Who may do what: keys for programs, operators for people. */
export function Access() {
  const me = useGetMe();
  return (
    <Page>
      <PageHeader title="Keys & operators" description="Programs use keys; people sign in as operators." />
      <Loaded query={me} height={400}>
        {({ scopes, email }) => {
          const may = (scope: string) => scopes.includes("*") || scopes.includes(scope);
          const tabs = [
            {
              id: "keys",
              label: "API keys",
              content: may("keys:admin") ? <Keys /> : <NotAllowed what="API keys" />,
            },
            {
              id: "operators",
              label: "Operators",
              content: may("operators:admin") ? <Operators own={email} /> : <NotAllowed what="operators" />,
            },
            { id: "account", label: "Your account", content: <Account /> },
          ];
          return <Tabs label="Kinds of access" tabs={tabs} />;
        }}
      </Loaded>
    </Page>
  );
}
