/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { RequestOut } from './requestOut';

export interface ListingRequestOut {
  data: RequestOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
