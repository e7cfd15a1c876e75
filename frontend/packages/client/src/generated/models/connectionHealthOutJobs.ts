/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * open jobs by status, counted up to 100,000
 */
export type ConnectionHealthOutJobs = {[key: string]: number};
