/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why a call did not succeed; part of the public contract.
 */
export type Category = 'auth' | 'permission' | 'validation' | 'duplicate' | 'conflict' | 'not_found' | 'rate_limit' | 'quota_exhausted' | 'unavailable' | 'unknown_outcome';