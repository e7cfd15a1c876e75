/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A header of a request.
 */
export interface HeaderOut {
  name: string;
  /** null for what is secret, and for what cannot be known any more */
  value: string | null;
}
