/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EndpointOut } from './endpointOut';

export interface ListingEndpointOut {
  data: EndpointOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
