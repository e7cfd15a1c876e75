/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobStatus } from './jobStatus';

/**
 * How many jobs of one operation are in one state for one reason.
 */
export interface JobCountOut {
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  operation: string;
  status: JobStatus;
  /** of the error; empty without one */
  category: string;
  count: number;
}
