/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * of a failing one
 */
export type LineOutBreaker = 'closed' | 'open' | 'half_open' | null;