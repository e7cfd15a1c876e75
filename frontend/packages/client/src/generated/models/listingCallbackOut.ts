/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CallbackOut } from './callbackOut';

export interface ListingCallbackOut {
  data: CallbackOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
