/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema of a connection's `credentials`
 */
export type ConnectorDetailsCredentials = { [key: string]: unknown };
