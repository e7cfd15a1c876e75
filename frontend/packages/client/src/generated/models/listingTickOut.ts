/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { TickOut } from './tickOut';

export interface ListingTickOut {
  data: TickOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
