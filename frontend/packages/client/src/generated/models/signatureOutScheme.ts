/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type SignatureOutScheme = 'v1' | 'v1a';