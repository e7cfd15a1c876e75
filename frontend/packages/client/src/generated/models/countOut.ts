/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How many requests of one kind came.
 */
export interface CountOut {
  state: string;
  /** why they were refused; empty otherwise */
  reason: string;
  count: number;
}
