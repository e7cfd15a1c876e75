/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * When the job of the last time has not ended.
 */
export type Overlap = 'skip' | 'queue';