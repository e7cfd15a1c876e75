/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * sent with each delivery; write-only
 */
export type NewEndpointHeaders = {[key: string]: string};
