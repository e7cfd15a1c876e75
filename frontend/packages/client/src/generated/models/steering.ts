/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why.
 */
export interface Steering {
  /**
     * kept with the replay
     * @maxLength 1000
     */
  reason?: string;
}
