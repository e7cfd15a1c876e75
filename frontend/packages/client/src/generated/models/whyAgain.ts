/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why it is published again.
 */
export interface WhyAgain {
  /** @maxLength 1000 */
  reason?: string;
}
