/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema (2020-12) of a job's `input`
 */
export type OperationOutInput = { [key: string]: unknown };
