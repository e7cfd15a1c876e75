/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What has befallen an endpoint.
 */
export type Stage = 'failing_50' | 'failing_75' | 'disabled' | 'recovered';