"use client";

import { readEventsFromApi, createTicket } from "@hub/client";
import { HubProvider, useHubStream, useStreamStatus } from "@hub/client/react";
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from "react";
import { LiveContext, type LiveEvent, type Transport } from "@/lib/live-context";

type Listener = (event: LiveEvent | null) => void;

/** Tickets come by the console's own API; `tenant` reads every topic, so one ticket serves all. */
const getTicket = () => createTicket({ topics: ["tenant"] });

/** The tenant's stream for every page below; it says how live the page is, and tells listeners of each event. */
export function Live({ children }: { children: ReactNode }) {
  return (
    <HubProvider getTicket={getTicket} readEvents={readEventsFromApi}>
      <Tenant>{children}</Tenant>
    </HubProvider>
  );
}

function Tenant({ children }: { children: ReactNode }) {
  const stream = useHubStream();
  const status = useStreamStatus();
  const listeners = useRef(new Set<Listener>());
  useEffect(() => {
    const tell = (event: LiveEvent | null) => listeners.current.forEach((listener) => listener(event));
    return stream.subscribe("tenant", { onEvent: tell, onGap: () => tell(null) });
  }, [stream]);
  const listen = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);
  const transport = transportOf(status);
  const value = useMemo(() => ({ transport, listen }), [transport, listen]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

function transportOf(status: ReturnType<typeof useStreamStatus>): Transport {
  if (status === "live" || status === "polling" || status === "stale") return status;
  return "connecting";
}
