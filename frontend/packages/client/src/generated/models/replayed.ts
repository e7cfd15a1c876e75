/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * The new request.
 */
export interface Replayed {
  /** @pattern ^req_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  request_id: string;
}
