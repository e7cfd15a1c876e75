/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What a replay is doing; the table's CHECK constraint lists the same values.
 */
export type ReplayState = 'preparing' | 'canary' | 'waiting' | 'running' | 'paused' | 'cancelling' | 'finished' | 'cancelled';