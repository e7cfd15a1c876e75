/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type DeliveryStatus = 'pending' | 'held' | 'delivered' | 'dead' | 'cancelled';