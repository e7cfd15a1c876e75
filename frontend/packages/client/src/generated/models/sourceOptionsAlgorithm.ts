/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `hmac`
 */
export type SourceOptionsAlgorithm = 'sha256' | 'sha512' | 'sha1' | null;