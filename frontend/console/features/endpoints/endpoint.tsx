"use client";

import type { EndpointDetail, LineOut } from "@hub/client";
import { getGetEndpointQueryKey, useGetEndpoint } from "@hub/client/react";
import { DeliveryList } from "@/components/deliveries/delivery-list";
import { nameOf } from "@/components/names/endpoint-name";
import { Id } from "@/components/ui/id";
import { Card, Page, PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { Actions } from "./actions";
import { Alerts } from "./alerts";
import { Figures } from "./figures";
import { Secrets } from "./secrets";
import { Settings } from "./settings";
import { failureWords, stateNow } from "./state";
import { Undelivered } from "./undelivered";
import { useLines } from "./use-lines";

/** One endpoint: how it goes, what it got and what it misses, its settings and secrets. */
export function Endpoint({ id }: { id: string }) {
  const endpoint = useGetEndpoint(id, { query: { refetchInterval: 15_000 } });
  useLiveRefresh({ events: ["endpoint."], keys: [getGetEndpointQueryKey(id)] });
  return (
    <Page>
      <Loaded query={endpoint} height={480}>
        {(found) => <Shown endpoint={found} />}
      </Loaded>
    </Page>
  );
}

function Shown({ endpoint }: { endpoint: EndpointDetail }) {
  const now = useLines([[endpoint.id]]).get(endpoint.id);
  return (
    <>
      <PageHeader
        title={nameOf(endpoint)}
        aside={
          <>
            <StateBadge kind="endpoint" state={stateNow(endpoint, now)} />
            <Id id={endpoint.id} />
          </>
        }
        description={<span className="font-mono text-xs break-all">{endpoint.url}</span>}
        actions={<Actions endpoint={endpoint} />}
      />
      <Trouble endpoint={endpoint} now={now} />
      <Tabs
        label="About the endpoint"
        tabs={[
          { id: "overview", label: "Overview", content: <Figures endpoint={endpoint} /> },
          {
            id: "deliveries",
            label: "Deliveries",
            content: (
              <div className="flex h-[calc(100dvh-220px)] min-h-96 flex-col gap-3">
                <DeliveryList endpointId={endpoint.id} />
              </div>
            ),
          },
          { id: "undelivered", label: "Undelivered", content: <Undelivered endpoint={endpoint} /> },
          { id: "settings", label: "Settings", content: <Settings endpoint={endpoint} key={endpoint.id} /> },
          { id: "secrets", label: "Secrets", content: <Secrets endpoint={endpoint} /> },
          { id: "alerts", label: "Alerts", content: <Alerts endpoint={endpoint} /> },
        ]}
      />
    </>
  );
}

function Trouble({ endpoint, now }: { endpoint: EndpointDetail; now: LineOut | undefined }) {
  const held =
    endpoint.held > 0 &&
    `${formatCount(endpoint.held)} ${endpoint.held === 1 ? "delivery is" : "deliveries are"} held.`;
  switch (stateNow(endpoint, now)) {
    case "active":
      return null;
    case "failing":
      return (
        <Card className="border-bad/40! bg-bad-soft!">
          {endpoint.failing_since ? (
            <>
              Failing since <Time at={endpoint.failing_since} absolute />
            </>
          ) : (
            "Nothing goes well now"
          )}
          {now?.trouble === "failing" && `: ${failureWords(now)}`}. It is still tried; when nothing goes well
          for long it is disabled and its deliveries are held.
        </Card>
      );
    case "paused":
      return (
        <Card className="border-warn/40! bg-warn-soft!">
          Paused since <Time at={endpoint.paused_at} absolute />. {held} Resume it to let them go.
        </Card>
      );
    case "disabled":
      return (
        <Card className="border-bad/40! bg-bad-soft!">
          Disabled since <Time at={endpoint.disabled_at} absolute />: {endpoint.disabled_reason} {held} Mend
          the receiver, send a test event, then resume.
        </Card>
      );
  }
}
