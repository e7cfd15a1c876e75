/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * how the client proves itself to the token's server
 */
export type OAuth2ClientAuth = 'basic' | 'body';