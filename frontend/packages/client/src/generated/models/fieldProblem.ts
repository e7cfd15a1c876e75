/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What is wrong with one field.
 */
export interface FieldProblem {
  /** dotted path from the request's root */
  field: string;
  code: string;
  detail: string;
}
