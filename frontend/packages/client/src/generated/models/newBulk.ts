/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Action } from './action';
import type { BulkFilter } from './bulkFilter';

/**
 * What to do, and with which jobs.
 */
export interface NewBulk {
  /** `retry` what ended without success, or `cancel` what has not ended */
  action: Action;
  filter?: BulkFilter;
  /**
     * kept with the job
     * @maxLength 1000
     */
  reason?: string;
  /** only count */
  dry_run?: boolean;
}
