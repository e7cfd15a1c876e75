/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionOutConfig } from './connectionOutConfig';
import type { ConnectionOutLastError } from './connectionOutLastError';
import type { ConnectionOutRateLimit } from './connectionOutRateLimit';

/**
 * A connection, without its credentials.
 */
export interface ConnectionOut {
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  connector: string;
  base_url: string;
  config: ConnectionOutConfig;
  max_in_flight: number;
  /** `requests` in `window_s` seconds */
  rate_limit: ConnectionOutRateLimit;
  /** what the last check or run found: unknown, ok or broken */
  health: string;
  checked_at: string | null;
  last_error: ConnectionOutLastError;
  /** since then its jobs wait until it is reconnected or resumed */
  broken_at: string | null;
  /** when its consent ends and a person is needed, if known */
  credentials_end_at: string | null;
  disabled_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}
