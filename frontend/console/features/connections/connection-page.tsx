"use client";

import type { ConnectionHealthOut, ConnectionOut } from "@hub/client";
import {
  getGetConnectionHealthQueryKey,
  getGetConnectionQueryKey,
  useGetConnection,
  useGetConnectionHealth,
} from "@hub/client/react";
import { ListChecks, Send } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Tabs } from "@/components/ui/tabs";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { CheckButton } from "./check-button";
import { HealthPanel } from "./health-panel";
import { Operations } from "./operations";
import { SettingsPanel } from "./settings-panel";
import { stateOf } from "./state";
import { Trouble } from "./trouble";

const HEALTH_MS = 5000;

/** One connection: whether it works, what it can do, and how it is set. */
export function ConnectionPage({ id }: { id: string }) {
  const connection = useGetConnection(id);
  const health = useGetConnectionHealth(id, { query: { refetchInterval: HEALTH_MS } });
  useLiveRefresh({
    events: ["connection."],
    keys: [getGetConnectionQueryKey(id), getGetConnectionHealthQueryKey(id)],
  });
  return (
    <Page>
      <Loaded query={connection} height={600}>
        {(data) => <Everything connection={data} health={health} />}
      </Loaded>
    </Page>
  );
}

type Health = { data: ConnectionHealthOut | undefined; error: unknown; refetch: () => unknown };

function Everything({ connection, health }: { connection: ConnectionOut; health: Health }) {
  return (
    <>
      <PageHeader
        title={connection.name}
        aside={
          <>
            <StateBadge kind="connection" state={stateOf(connection, health.data)} />
            <Id id={connection.id} />
          </>
        }
        description={
          <>
            <code className="font-mono text-xs">{connection.connector}</code>
            {connection.base_url && <span className="break-all"> at {connection.base_url}</span>}
          </>
        }
        actions={
          <>
            <Button asChild>
              <Link href={`/jobs?connection_id=${connection.id}`}>
                <ListChecks aria-hidden /> Jobs
              </Link>
            </Button>
            <Button needs="jobs:write" asChild>
              <Link href={`/submit?connection=${connection.id}`}>
                <Send aria-hidden /> Submit
              </Link>
            </Button>
            <CheckButton connection={connection} />
          </>
        }
      />
      <Trouble connection={connection} health={health.data} />
      <Tabs
        label="Parts of the connection"
        tabs={[
          {
            id: "health",
            label: "Health",
            content: (
              <Loaded query={health} height={300}>
                {(data) => <HealthPanel health={data} />}
              </Loaded>
            ),
          },
          { id: "operations", label: "Operations", content: <Operations connectionId={connection.id} /> },
          {
            id: "settings",
            label: "Settings",
            // A version of its own: what is entered is not replaced by what comes in.
            content: <SettingsPanel key={connection.version} connection={connection} />,
          },
        ]}
      />
    </>
  );
}
