/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { KeyOut } from './keyOut';

export interface ListingKeyOut {
  data: KeyOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
