/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `hmac`: of the signature
 */
export type SourceOptionsEncoding = 'hex' | 'base64' | null;