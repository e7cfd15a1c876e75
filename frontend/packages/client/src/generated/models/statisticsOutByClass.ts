/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * attempts by `2xx`, `5xx`, …; `error` without a whole answer
 */
export type StatisticsOutByClass = {[key: string]: number};
