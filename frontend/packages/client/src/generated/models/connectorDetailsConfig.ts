/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema of a connection's `config`
 */
export type ConnectorDetailsConfig = { [key: string]: unknown };
