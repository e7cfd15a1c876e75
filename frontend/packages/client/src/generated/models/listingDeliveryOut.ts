/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { DeliveryOut } from './deliveryOut';

export interface ListingDeliveryOut {
  data: DeliveryOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
