/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { BasicAuth } from './basicAuth';
import type { NewEndpointHeaders } from './newEndpointHeaders';
import type { OAuth2 } from './oAuth2';

/**
 * An endpoint to make.
 */
export interface NewEndpoint {
  url: string;
  /** @maxLength 1000 */
  description?: string;
  /**
     * `job.succeeded`, `job.*`; empty for every type
     * @maxItems 100
     * @items.maxLength 128
     * @items.pattern ^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$
     */
  event_types?: string[];
  /** SQL/JSON path predicate on the event's body; only events that satisfy it are delivered */
  filter?: string | null;
  /**
     * empty for every channel
     * @maxItems 50
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  channels?: string[];
  /** sent with each delivery; write-only */
  headers?: NewEndpointHeaders;
  auth?: BasicAuth | OAuth2 | null;
  client_certificate?: string | null;
  private_ca?: string | null;
  /**
     * named in the endpoint's operational events
     * @maxLength 254
     * @pattern ^([^@\s]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)?$
     */
  owner_email?: string;
  /**
     * channel of the endpoint's operational events
     * @pattern ^([A-Za-z0-9_.:/-]{1,64})?$
     */
  alert_channel?: string;
  /**
     * @minimum 1
     * @maximum 30
     */
  timeout_s?: number;
  /** null for no limit */
  rate_per_s?: number | null;
  /**
     * calls at once
     * @minimum 1
     * @maximum 1000
     */
  max_in_flight?: number;
  /** one at a time, oldest first, waiting out retries */
  ordered?: boolean;
  /** null for 5 s to 10 h in seven steps */
  retry_schedule_s?: number[] | null;
  /** `whsec_…` or `whsk_…`; made when left out */
  secret?: string | null;
}
