/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `hmac`: of the time, since 1970 or RFC 3339
 */
export type SourceOptionsTimestampUnit = 's' | 'ms' | 'iso' | null;