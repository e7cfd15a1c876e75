/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SourceOut } from './sourceOut';

export interface ListingSourceOut {
  data: SourceOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
