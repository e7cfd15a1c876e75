/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionOut } from './connectionOut';

export interface ListingConnectionOut {
  data: ConnectionOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
