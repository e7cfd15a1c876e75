/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What the filter says.
 */
export interface FilterVerdict {
  matches: boolean;
  /** as it is understood */
  filter: string;
}
