/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema of a job's `output`
 */
export type OperationOutOutput = { [key: string]: unknown };
