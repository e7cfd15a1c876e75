/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * After times at which the hub was not there.
 */
export type CatchUp = 'once' | 'skip';