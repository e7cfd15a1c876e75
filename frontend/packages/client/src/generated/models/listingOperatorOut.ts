/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { OperatorOut } from './operatorOut';

export interface ListingOperatorOut {
  data: OperatorOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
