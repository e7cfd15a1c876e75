/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * of the last check, or what broke it
 */
export type ConnectionHealthOutLastError = { [key: string]: unknown } | null;
