/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * template of the operation's input
 */
export type MappingInInput = { [key: string]: unknown };
