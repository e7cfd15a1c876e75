"use client";

import { testEndpoint, type EndpointDetail } from "@hub/client";
import { useListDeliveries } from "@hub/client/react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useId } from "react";
import { explainFailure } from "@/components/deliveries/failures";
import { ResultCode } from "@/components/deliveries/result-code";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Loaded } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";

/** Sends a test event as it opens, and shows what the receiver made of it. */
export function TestDialog({ endpoint, onClose }: { endpoint: EndpointDetail; onClose: () => void }) {
  const once = useId();
  const sent = useQuery({
    queryKey: ["endpoint-test", endpoint.id, once],
    queryFn: () => testEndpoint(endpoint.id),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Test event"
      description={endpoint.url}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <Loaded query={sent} height={80}>
        {({ event_id }) => <Result endpoint={endpoint} eventId={event_id} />}
      </Loaded>
    </Dialog>
  );
}

function Result({ endpoint, eventId }: { endpoint: EndpointDetail; eventId: string }) {
  const { data } = useListDeliveries(
    { endpoint_id: endpoint.id, event_id: eventId, limit: 1 },
    { query: { refetchInterval: ({ state }) => (tried(state.data?.data[0]) ? false : 700) } },
  );
  const delivery = data?.data[0];
  if (!delivery) return <p className="text-muted">On its way …</p>;
  const failure = explainFailure(delivery);
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <div className="flex items-center gap-3">
        <StateBadge kind="delivery" state={delivery.status} />
        <ResultCode code={delivery.status_code} error={delivery.error} />
        <Link href={`/deliveries/${delivery.id}`} className="ml-auto text-accent hover:underline">
          Request, answer and signature
        </Link>
      </div>
      {failure ? (
        <>
          <p className="font-medium">{failure.title}</p>
          <p className="text-muted">{failure.advice}</p>
        </>
      ) : (
        <p className="text-muted">{saying(delivery.status)}</p>
      )}
    </div>
  );
}

function tried(delivery: { status: string; attempts: number } | undefined): boolean {
  return delivery !== undefined && (delivery.attempts > 0 || delivery.status !== "pending");
}

function saying(status: string): string {
  if (status === "delivered") return "The receiver took it.";
  if (status === "held") return "It is held: the endpoint is paused or disabled. Resume it to send it.";
  return "It waits for its turn: earlier deliveries, the endpoint's rate, or a receiver that is not answering.";
}
