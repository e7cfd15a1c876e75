/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `requests` in `window_s` seconds
 */
export type ConnectionOutRateLimit = {[key: string]: number} | null;
