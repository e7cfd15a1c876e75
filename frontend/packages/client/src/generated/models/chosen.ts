/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Which operations.
 */
export interface Chosen {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  /**
     * part of a name or title
     * @maxLength 100
     */
  search?: string;
}
