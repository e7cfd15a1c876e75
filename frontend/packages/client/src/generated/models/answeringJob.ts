/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * template of the job's id, or of a tag that only one open job has
 */
export type AnsweringJob = string | { [key: string]: unknown };
