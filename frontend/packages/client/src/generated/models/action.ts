/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What is done to each job.
 */
export type Action = 'retry' | 'cancel';