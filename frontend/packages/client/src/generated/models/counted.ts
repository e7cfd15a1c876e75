/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A number that is counted so far and no farther.
 */
export interface Counted {
  /** at most 10,000 */
  count: number;
  /** there are more: show `10,000+` */
  more: boolean;
}
