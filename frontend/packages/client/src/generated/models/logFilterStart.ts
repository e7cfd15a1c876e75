/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * without `after`: from the oldest event that is kept, or only what follows
 */
export type LogFilterStart = 'oldest' | 'now';