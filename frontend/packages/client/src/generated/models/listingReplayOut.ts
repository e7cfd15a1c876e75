/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayOut } from './replayOut';

export interface ListingReplayOut {
  data: ReplayOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
