/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What can be sent again; held ones follow when the endpoint is resumed, filtered ones have an operation of their own.
 */
export type Redrivable = 'dead' | 'cancelled';