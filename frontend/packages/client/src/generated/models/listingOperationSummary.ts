/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { OperationSummary } from './operationSummary';

export interface ListingOperationSummary {
  data: OperationSummary[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
