import { Webhook as StandardWebhook } from "standardwebhooks";
import type { HubEvent } from "./generated/events";
import type { PublishedEvent } from "./stream/types";

export { WebhookVerificationError } from "standardwebhooks";
export type * from "./generated/events";
export type { PublishedEvent } from "./stream/types";

/** The headers that a signature needs, in any case, as plain object. */
export type WebhookHeaders = Record<string, string>;

/**
 * The verifier of Standard Webhooks with the hub's types: one for each endpoint's secret (`whsec_…`).
 *
 * Own: the type of the application's own events, where it publishes some.
 */
export class Webhook<Own extends PublishedEvent = never> extends StandardWebhook {
  /**
   * The event, when the signature is right and at most five minutes old; else throws WebhookVerificationError.
   *
   * payload: the request's body as it came, before any parsing.
   */
  override verify(payload: string | Buffer, headers: WebhookHeaders): HubEvent | Own {
    return super.verify(payload, headers) as HubEvent | Own;
  }
}
