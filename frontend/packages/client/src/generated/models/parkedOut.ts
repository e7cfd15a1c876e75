/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why no job of it begins.
 */
export interface ParkedOut {
  /** broken, disabled, breaker, asked_to_wait, `quota:<name>` or `rate:<name>` */
  because: string;
  text: string;
  /** null: until somebody does something */
  until: string | null;
}
