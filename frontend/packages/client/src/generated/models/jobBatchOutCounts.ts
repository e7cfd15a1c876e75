/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * its jobs by state
 */
export type JobBatchOutCounts = {[key: string]: number};
