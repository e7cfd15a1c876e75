/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `hmac`: of the secret
 */
export type SourceOptionsSecretEncoding = 'text' | 'hex' | 'base64' | null;