/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { BasicAuth } from './basicAuth';
import type { EndpointChangeHeaders } from './endpointChangeHeaders';
import type { OAuth2 } from './oAuth2';

/**
 * What to change; what is left out stays. Null empties what may be empty.
 */
export interface EndpointChange {
  url?: string | null;
  description?: string | null;
  event_types?: string[] | null;
  /** SQL/JSON path predicate on the event's body; only events that satisfy it are delivered */
  filter?: string | null;
  channels?: string[] | null;
  headers?: EndpointChangeHeaders;
  auth?: BasicAuth | OAuth2 | null;
  client_certificate?: string | null;
  private_ca?: string | null;
  /** named in the endpoint's operational events */
  owner_email?: string | null;
  /** channel of the endpoint's operational events */
  alert_channel?: string | null;
  timeout_s?: number | null;
  rate_per_s?: number | null;
  max_in_flight?: number | null;
  ordered?: boolean | null;
  retry_schedule_s?: number[] | null;
}
