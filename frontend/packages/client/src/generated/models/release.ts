/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What becomes of what was held.
 */
export type Release = 'all' | 'newest' | 'discard';