/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What became of one item of a replay.
 */
export type ReplayItemStatus = 'waiting' | 'skipped' | 'pending' | 'held' | 'delivered' | 'dead' | 'cancelled';