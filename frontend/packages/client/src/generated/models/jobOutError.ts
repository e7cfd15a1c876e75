/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * category, message, retryable, the system's own code
 */
export type JobOutError = { [key: string]: unknown } | null;
