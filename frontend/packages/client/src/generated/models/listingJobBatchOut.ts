/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobBatchOut } from './jobBatchOut';

export interface ListingJobBatchOut {
  data: JobBatchOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
