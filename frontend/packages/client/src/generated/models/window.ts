/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How far back.
 */
export type Window = '1h' | '24h' | '7d';