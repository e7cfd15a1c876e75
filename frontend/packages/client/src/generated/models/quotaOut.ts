/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One limit, as the system last told it.
 */
export interface QuotaOut {
  name: string;
  /** requests in the window */
  limit: number | null;
  /** of these, left when it was heard */
  remaining: number | null;
  window_s: number | null;
  reset_at: string | null;
  heard_at: string;
}
