/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * as the operation's `input` schema says
 */
export type NewJobInput = { [key: string]: unknown };
