/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why an endpoint has not got an event.
 */
export type MissedState = 'dead' | 'held' | 'disabled' | 'cancelled' | 'filtered';