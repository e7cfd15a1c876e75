import type { HubEvent } from "../generated/events";

/** `tenant`, or a kind and whose: `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>`, `tag:<tag>`. */
export type Topic = "tenant" | `${"job" | "connection" | "endpoint" | "replay" | "source" | "tag"}:${string}`;

/** The answer of `POST /api/v1/tickets`. Without `topics` the ticket counts as good for every topic. */
export type Ticket = { ticket: string; stream_url: string; expires_at: string; topics?: string[] };

/**
 * What an application publishes itself (`POST /api/v1/events`): give its type as the type argument of `subscribe`.
 */
export type PublishedEvent = { type: string; timestamp: string; data: Record<string, unknown> };

/** An event with its id (a webhook's `webhook-id`) and its place in the log. */
export type StreamEvent<Own extends PublishedEvent = never> = (HubEvent | Own) & {
  id: string;
  cursor: string;
};

/**
 * connecting: on the way to the first or the next connection. live: events are pushed (WebSocket or server-sent events).
 * polling: events are asked for. stale: nothing is reached; what is shown may be old. closed: nobody listens, or for good.
 */
export type StreamStatus = "connecting" | "live" | "polling" | "stale" | "closed";

/** How one subscription hears of events now. */
export type SubscriptionTransport = "live" | "polling" | "stale";

/** What a subscription was refused for: a code of docs/realtime.md (`not_found`, `forbidden`, `invalid_topic` …). */
export type StreamFault = { code: string; detail: string };

/** See HubStream.subscribe. */
export type Listener<Own extends PublishedEvent = never> = {
  /** A cursor to go on behind; left out: from now on. */
  since?: string;
  /** Each event once, in the log's order. An exception is told to the stream's `onError` and stops nothing. */
  onEvent?: (event: StreamEvent<Own>) => void;
  /** The present state of a job or a replay, when the subscription begins without a cursor. */
  onSnapshot?: (snapshot: Record<string, unknown>) => void;
  /** Events are missing between the last one and the next: the cursor was too old. Load the state anew. */
  onGap?: () => void;
  /** After the handlers: the place to go on from. Keep it, and nothing is missed next time. */
  onCursor?: (cursor: string) => void;
  /** The subscription is refused and has ended. */
  onFault?: (fault: StreamFault) => void;
  /** How events come has changed. */
  onTransport?: (transport: SubscriptionTransport) => void;
};

/** Events behind a cursor, or none and where to go on from now, from elsewhere than the stream's plane; null for a topic that it cannot read. */
export type ReadEvents = (
  topic: Topic,
  after: string | undefined,
  signal: AbortSignal,
) => Promise<{ data: StreamEvent[]; next_cursor: string } | null>;
