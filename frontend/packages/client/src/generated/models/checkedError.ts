/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * category, message and the system's own code
 */
export type CheckedError = { [key: string]: unknown } | null;
