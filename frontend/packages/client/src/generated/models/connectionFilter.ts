/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Which connections.
 */
export interface ConnectionFilter {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  /**
     * part of the name, connector or base URL; or the whole id
     * @minLength 1
     * @maxLength 200
     */
  search?: string;
}
