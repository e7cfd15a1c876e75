"use client";

import type { EndpointDetail } from "@hub/client";
import { useListEndpointAlerts } from "@hub/client/react";
import { BellOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";

const STAGES: Record<string, string> = {
  failing_50: "half of the time to disabling is over",
  failing_75: "three quarters of the time to disabling are over",
  disabled: "disabled",
  recovered: "takes deliveries again",
};
const TONES = { sent: "ok", pending: "info", failed: "bad" } as const;

/** What its owner was told, and whether that got through. */
export function Alerts({ endpoint }: { endpoint: EndpointDetail }) {
  const alerts = useListEndpointAlerts(endpoint.id, { limit: 100 });
  return (
    <Loaded query={alerts} height={160}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState icon={BellOff} title="Nobody was told anything">
            When the endpoint fails for long, {endpoint.owner_email || "its owner (no e-mail is set)"} hears
            of it, once for each stage of an outage.
          </EmptyState>
        ) : (
          <Card className="max-w-3xl">
            <ol className="flex flex-col divide-y">
              {data.map((alert) => (
                <li
                  key={alert.created_at + alert.stage}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2"
                >
                  <Badge tone={TONES[alert.state]}>{alert.state}</Badge>
                  <span className="font-medium">{STAGES[alert.stage] ?? alert.stage}</span>
                  <span className="min-w-0 text-muted">
                    {alert.reason}
                    {alert.error && ` · last try: ${alert.error}`}
                  </span>
                  <span className="ml-auto text-xs text-muted">
                    <Time at={alert.sent_at ?? alert.created_at} />
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        )
      }
    </Loaded>
  );
}
