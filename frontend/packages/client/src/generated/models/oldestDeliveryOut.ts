/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * The delivery that has been due the longest.
 */
export interface OldestDeliveryOut {
  /** @pattern ^dlv_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  delivery_id: string;
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  age_s: number;
}
