/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionChangeConfig } from './connectionChangeConfig';
import type { ConnectionChangeCredentials } from './connectionChangeCredentials';
import type { RateLimit } from './rateLimit';

/**
 * What to change; what is left out or null stays.
 */
export interface ConnectionChange {
  name?: string | null;
  base_url?: string | null;
  config?: ConnectionChangeConfig;
  /** as the connector's `credentials` schema says; encrypted at rest, never shown again */
  credentials?: ConnectionChangeCredentials;
  max_in_flight?: number | null;
  rate_limit?: RateLimit | null;
  /** takes the rate limit away */
  no_rate_limit?: true | null;
  /** true keeps jobs waiting until it is false again */
  disabled?: boolean | null;
}
