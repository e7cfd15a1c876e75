export * from "./generated/api";
export type * from "./generated/events";
export type * from "./generated/frames";
export * from "./generated/models";
export { configureHub, type HubConfiguration } from "./http";
export { HubProblem } from "./problem";
export { readEventsFromApi } from "./stream/apilog";
export { HubStream, type HubStreamOptions } from "./stream/stream";
export type {
  Listener,
  PublishedEvent,
  ReadEvents,
  StreamEvent,
  StreamFault,
  StreamStatus,
  SubscriptionTransport,
  Ticket,
  Topic,
} from "./stream/types";
