/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * From now on.
 */
export interface NewPace {
  per_s: number | null;
  /**
     * kept with the replay
     * @maxLength 1000
     */
  reason?: string;
}
