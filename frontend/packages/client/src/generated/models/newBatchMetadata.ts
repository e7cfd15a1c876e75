/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * of a new one; comes back in its event
 */
export type NewBatchMetadata = { [key: string]: unknown };
