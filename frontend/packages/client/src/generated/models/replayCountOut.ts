/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How many of one endpoint ended for one reason.
 */
export interface ReplayCountOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  reason: string;
  count: number;
}
