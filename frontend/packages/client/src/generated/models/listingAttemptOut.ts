/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AttemptOut } from './attemptOut';

export interface ListingAttemptOut {
  data: AttemptOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
