/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * States of deliveries that can be made again; held ones only to another address.
 */
export type Ended = 'dead' | 'cancelled' | 'delivered' | 'held';