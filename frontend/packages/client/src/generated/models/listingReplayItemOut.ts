/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayItemOut } from './replayItemOut';

export interface ListingReplayItemOut {
  data: ReplayItemOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
