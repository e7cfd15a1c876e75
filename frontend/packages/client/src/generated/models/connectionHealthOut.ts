/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionHealthOutErrorsItem } from './connectionHealthOutErrorsItem';
import type { ConnectionHealthOutJobs } from './connectionHealthOutJobs';
import type { ConnectionHealthOutLastError } from './connectionHealthOutLastError';
import type { ParkedOut } from './parkedOut';
import type { QuotaOut } from './quotaOut';
import type { TokenOut } from './tokenOut';

/**
 * How a connection is.
 */
export interface ConnectionHealthOut {
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  /** ok, unknown or parked */
  state: string;
  parked: ParkedOut | null;
  /** closed, open or half_open */
  breaker: string;
  in_flight: number;
  max_in_flight: number;
  quotas: QuotaOut[];
  token: TokenOut;
  /** open jobs by status, counted up to 100,000 */
  jobs: ConnectionHealthOutJobs;
  /** the last ones of the system, the newest first */
  errors: ConnectionHealthOutErrorsItem[];
  /** of the last check, or what broke it */
  last_error: ConnectionHealthOutLastError;
  checked_at: string | null;
}
