/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { RunOut } from './runOut';

export interface ListingRunOut {
  data: RunOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
