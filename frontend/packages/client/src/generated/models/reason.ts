/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Why a request is not taken.
 */
export type Reason = 'no_secret' | 'missing_header' | 'malformed_header' | 'stale_timestamp' | 'wrong_signature' | 'wrong_sender' | 'malformed_body' | 'too_many_events';