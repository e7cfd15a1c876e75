/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How to rotate.
 */
export interface Rotation {
  /**
     * how long the older secrets sign along, in s
     * @minimum 0
     * @maximum 604800
     */
  overlap_s?: number;
  /** `whsec_…` or `whsk_…`; made when left out */
  secret?: string | null;
}
