/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * as the connector's `config` schema says
 */
export type NewConnectionConfig = { [key: string]: unknown };
