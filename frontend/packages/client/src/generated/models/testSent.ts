/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * The test event.
 */
export interface TestSent {
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_id: string;
}
