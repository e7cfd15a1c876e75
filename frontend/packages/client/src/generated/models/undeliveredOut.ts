/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MissedCount } from './missedCount';
import type { MissedOut } from './missedOut';

/**
 * What an endpoint misses.
 */
export interface UndeliveredOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  total: number;
  counts: MissedCount[];
  /** false when there is more than the 100,000 newest that were looked through */
  complete: boolean;
  /** by event, newest first */
  data: MissedOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
