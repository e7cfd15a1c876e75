/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What does not fit the event's registered type.
 */
export interface Warned {
  field: string;
  detail: string;
}
