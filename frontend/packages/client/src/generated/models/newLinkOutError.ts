/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * code and message when nothing came of it
 */
export type NewLinkOutError = { [key: string]: unknown } | null;
