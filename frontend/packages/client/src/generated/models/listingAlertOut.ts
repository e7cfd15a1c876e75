/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AlertOut } from './alertOut';

export interface ListingAlertOut {
  data: AlertOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
