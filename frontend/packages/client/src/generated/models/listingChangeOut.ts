/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ChangeOut } from './changeOut';

export interface ListingChangeOut {
  data: ChangeOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
