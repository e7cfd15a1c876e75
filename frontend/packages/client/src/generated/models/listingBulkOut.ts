/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { BulkOut } from './bulkOut';

export interface ListingBulkOut {
  data: BulkOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
