/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * comes back with each job
 */
export type NewScheduleMetadata = { [key: string]: unknown };
