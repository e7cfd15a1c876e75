/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * the same by state, `waiting` ones have no delivery yet
 */
export type ReplayOutProgress = {[key: string]: number};
