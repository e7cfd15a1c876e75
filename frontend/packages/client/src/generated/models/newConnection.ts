/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewConnectionConfig } from './newConnectionConfig';
import type { NewConnectionCredentials } from './newConnectionCredentials';
import type { RateLimit } from './rateLimit';

/**
 * A connection to make.
 */
export interface NewConnection {
  /**
     * @minLength 1
     * @maxLength 200
     */
  name: string;
  /** @maxLength 100 */
  connector: string;
  /**
     * where the system is, for connectors that need it
     * @maxLength 2048
     */
  base_url?: string;
  /** as the connector's `config` schema says */
  config?: NewConnectionConfig;
  /** as the connector's `credentials` schema says; encrypted at rest, never shown again */
  credentials?: NewConnectionCredentials;
  /**
     * calls at once
     * @minimum 1
     * @maximum 1000
     */
  max_in_flight?: number;
  /** besides what the system itself tells of its limits */
  rate_limit?: RateLimit | null;
}
