/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Action } from './action';
import type { BulkOutFilter } from './bulkOutFilter';

/**
 * A bulk action and how far it is.
 */
export interface BulkOut {
  /** @pattern ^blk_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  action: Action;
  /** running, finished or cancelled */
  state: string;
  filter: BulkOutFilter;
  reason: string;
  /** id of the key or operator */
  requested_by: string;
  total: number;
  /** retried, or cancelled or asked to stop */
  done: number;
  /** had changed when their turn came, or cannot be repeated any more */
  skipped: number;
  created_at: string;
  finished_at: string | null;
  cancelled_by: string;
}
