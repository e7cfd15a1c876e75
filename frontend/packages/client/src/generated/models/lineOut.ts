/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One endpoint.
 */
export interface LineOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  attempts: number;
  delivered: number;
  failed: number;
  /** deliveries that used up their attempts */
  dead: number;
  /** delivered among all attempts, 0 to 1; null without attempts */
  success_rate: number | null;
  p95_ms: number | null;
  /** one number for each span of the window, the running one last */
  series_attempts: number[];
  series_failed: number[];
}
