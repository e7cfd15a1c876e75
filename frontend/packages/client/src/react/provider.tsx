import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import { HubStream, type HubStreamOptions } from "../stream/stream";
import type { StreamStatus } from "../stream/types";

const StreamContext = createContext<HubStream | null>(null);

type HubProviderProps = {
  children: ReactNode;
  /** Given where no QueryClientProvider stands above. */
  queryClient?: QueryClient;
} & ({ stream: HubStream } | HubStreamOptions);

/** One stream for everything below: your own, or one made from a `getTicket`. It connects when the first hook listens. */
export function HubProvider({ children, queryClient, ...rest }: HubProviderProps) {
  const [stream] = useState(() => ("stream" in rest ? rest.stream : new HubStream(rest)));
  const inside = <StreamContext.Provider value={stream}>{children}</StreamContext.Provider>;
  return queryClient ? <QueryClientProvider client={queryClient}>{inside}</QueryClientProvider> : inside;
}

/** The stream of the HubProvider above. */
export function useHubStream(): HubStream {
  const stream = useContext(StreamContext);
  if (!stream) throw new Error("Put a <HubProvider> around what uses the hub's hooks.");
  return stream;
}

/** How events come now: `live`, `polling`, `stale`, `connecting`, or `closed` while nobody listens. */
export function useStreamStatus(): StreamStatus {
  const stream = useHubStream();
  return useSyncExternalStore(stream.onStatus, stream.getStatus, () => "closed");
}
