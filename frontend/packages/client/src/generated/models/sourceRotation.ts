/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How to rotate.
 */
export interface SourceRotation {
  /**
     * how long the older secrets verify along, in s
     * @minimum 0
     * @maximum 604800
     */
  overlap_s?: number;
  /** the sender's; made when left out, where it is ours to make */
  secret?: string | null;
}
