/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Whether it has been told.
 */
export type AlertState = 'pending' | 'sent' | 'failed';