/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobOut } from './jobOut';

export interface ListingJobOut {
  data: JobOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
