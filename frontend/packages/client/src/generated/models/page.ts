/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Where a listing goes on, and how far.
 */
export interface Page {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
}
