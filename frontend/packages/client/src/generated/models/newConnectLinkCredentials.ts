/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * the OAuth client (`client_id`, `client_secret`), if the installation has none for this connector
 */
export type NewConnectLinkCredentials = { [key: string]: unknown };
