/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What a person found out about a call whose answer was lost.
 */
export type Decision = 'succeeded' | 'failed' | 'run_again';