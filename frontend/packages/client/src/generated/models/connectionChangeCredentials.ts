/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * as the connector's `credentials` schema says; encrypted at rest, never shown again
 */
export type ConnectionChangeCredentials = { [key: string]: unknown } | null;
