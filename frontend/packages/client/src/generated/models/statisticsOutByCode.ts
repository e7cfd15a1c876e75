/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * attempts by HTTP status or error class, the most frequent first
 */
export type StatisticsOutByCode = {[key: string]: number};
