/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type GetWebhooksDocument200 = { [key: string]: unknown };
