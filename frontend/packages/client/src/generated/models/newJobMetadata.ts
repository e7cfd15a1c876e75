/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * comes back with the job and in its events
 */
export type NewJobMetadata = { [key: string]: unknown };
