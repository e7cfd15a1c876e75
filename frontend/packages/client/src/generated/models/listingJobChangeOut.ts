/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobChangeOut } from './jobChangeOut';

export interface ListingJobChangeOut {
  data: JobChangeOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
