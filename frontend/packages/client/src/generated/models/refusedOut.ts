/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A job that was not accepted.
 */
export interface RefusedOut {
  code: string;
  detail: string;
  field: string | null;
}
