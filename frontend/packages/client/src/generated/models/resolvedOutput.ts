/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * with `succeeded`: what the job gives, as far as it is known
 */
export type ResolvedOutput = { [key: string]: unknown } | null;
