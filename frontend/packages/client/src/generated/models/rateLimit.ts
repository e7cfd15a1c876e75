/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * No more calls than this begin in any such time, give or take a tenth.
 */
export interface RateLimit {
  /**
     * @minimum 1
     * @maximum 1000000
     */
  requests: number;
  /**
     * seconds
     * @minimum 0.1
     * @maximum 86400
     */
  window_s: number;
}
