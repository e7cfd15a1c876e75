/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What to do when a job that is waited for does not succeed.
 */
export type AfterPolicy = 'cancel' | 'run';