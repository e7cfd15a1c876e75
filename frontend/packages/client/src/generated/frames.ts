/* Generated from docs/asyncapi.json by `npm run generate`; not edited by hand. */

export type StreamMessage = ClientFrame | ServerFrame | PollAnswer | SseReady | SseLagged | SseClosing;
export type ClientFrame = AuthFrame | SubscribeFrame | UnsubscribeFrame | PingFrame | PongFrame;
export type ServerFrame =
  ReadyFrame | SubscribedFrame | EventFrame | LaggedFrame | ClosingFrame | ErrorFrame | PingFrame | PongFrame;

/**
 * The first frame, within 10 s; again at any time with a newer ticket. Answered by `ready`.
 */
export interface AuthFrame {
  op: "auth";
  /**
   * from `POST /api/v1/tickets`
   */
  ticket: string;
}
/**
 * Follow a topic. Answered by `subscribed`, then its events.
 */
export interface SubscribeFrame {
  op: "subscribe";
  /**
   * the client's own name for a subscription
   */
  sid: string;
  /**
   * `tenant`, `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>` or `tag:<tag>`
   */
  topic: string;
  /**
   * a cursor: everything after it comes; left out: events start now
   */
  since?: string | null;
}
/**
 * End a subscription; no answer.
 */
export interface UnsubscribeFrame {
  op: "unsubscribe";
  /**
   * the client's own name for a subscription
   */
  sid: string;
}
/**
 * Either side; the server sends one every `ping_ms`. Answered by `pong`.
 */
export interface PingFrame {
  op: "ping";
}
/**
 * The answer to `ping`; a client may leave it out.
 */
export interface PongFrame {
  op: "pong";
}
/**
 * The ticket is accepted.
 */
export interface ReadyFrame {
  op: "ready";
  tenant_id: string;
  /**
   * what the ticket names
   */
  topics: string[];
  /**
   * the ticket's end: send a newer one before
   */
  expires_at: string | null;
  /**
   * the server pings this often
   */
  ping_ms: number;
  /**
   * of a client's frame
   */
  max_frame_bytes: number;
  /**
   * of one stream
   */
  max_subscriptions: number;
}
/**
 * The subscription stands; its events come after this frame.
 */
export interface SubscribedFrame {
  op: "subscribed";
  /**
   * the client's own name for a subscription
   */
  sid: string;
  /**
   * a place in the tenant's log; opaque
   */
  cursor: string;
  /**
   * true: everything after the client's cursor follows; false: events start now, load the state
   */
  recovered: boolean;
  /**
   * of `job:<id>`, when not recovered: the job's present state; else null
   */
  snapshot: {
    [k: string]: unknown;
  } | null;
}
/**
 * An event of a subscription.
 */
export interface EventFrame {
  id: string;
  /**
   * a place in the tenant's log; opaque
   */
  cursor: string;
  type: string;
  timestamp: string;
  /**
   * what the OpenAPI document's webhook of this type says
   */
  data: {
    [k: string]: unknown;
  };
  op: "event";
  /**
   * the client's own name for a subscription
   */
  sid: string;
}
/**
 * The client reads too slowly: from this cursor on, states of a job that a later one has overtaken may be left out.
 */
export interface LaggedFrame {
  op: "lagged";
  /**
   * the client's own name for a subscription
   */
  sid: string;
  /**
   * a place in the tenant's log; opaque
   */
  cursor: string;
}
/**
 * The process stops; close code 1012 follows.
 */
export interface ClosingFrame {
  op: "closing";
  /**
   * milliseconds; different for each client
   */
  reconnect_after_ms: number;
}
/**
 * What was wrong. `code` is stable; `detail` is for people and may change.
 */
export interface ErrorFrame {
  op: "error";
  code:
    | "unauthenticated"
    | "invalid_ticket"
    | "ticket_expired"
    | "forbidden"
    | "not_found"
    | "invalid_topic"
    | "invalid_cursor"
    | "sid_in_use"
    | "too_many_subscriptions"
    | "unavailable"
    | "bad_frame"
    | "frame_too_large"
    | "rate_limited"
    | "too_many_streams";
  detail: string;
  /**
   * the subscription that it is about, if any
   */
  sid?: string;
}
/**
 * The answer of a long poll; ask again with `next_cursor`, also when `data` is empty.
 */
export interface PollAnswer {
  data: LogEvent[];
  /**
   * a place in the tenant's log; opaque
   */
  next_cursor: string;
}
/**
 * An event of the tenant's log. `type`, `timestamp` and `data` are those of the webhook; `id` is its `webhook-id`.
 */
export interface LogEvent {
  id: string;
  /**
   * a place in the tenant's log; opaque
   */
  cursor: string;
  type: string;
  timestamp: string;
  /**
   * what the OpenAPI document's webhook of this type says
   */
  data: {
    [k: string]: unknown;
  };
}
/**
 * Data of the event `ready`, which comes first; its id is the cursor from which events follow.
 */
export interface SseReady {
  /**
   * true: everything after the client's cursor follows; false: events start now, load the state
   */
  recovered: boolean;
  /**
   * of `job:<id>`, when not recovered: the job's present state; else null
   */
  snapshot: {
    [k: string]: unknown;
  } | null;
}
/**
 * Data of the event `lagged`: see LaggedFrame.
 */
export interface SseLagged {
  /**
   * a place in the tenant's log; opaque
   */
  cursor: string;
}
/**
 * Data of the event `closing`; the same number is told as `retry`.
 */
export interface SseClosing {
  /**
   * milliseconds; different for each client
   */
  reconnect_after_ms: number;
}
