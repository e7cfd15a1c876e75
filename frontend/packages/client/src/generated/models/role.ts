/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `viewer` reads; `operator` also submits, replays and changes endpoints and connections; `admin` may do everything.
 */
export type Role = 'viewer' | 'operator' | 'admin';