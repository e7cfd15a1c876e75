/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why it is delivered again.
 */
export interface Why {
  /** @maxLength 1000 */
  reason?: string;
}
