/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * a body: `type`, `timestamp` and `data`
 */
export type FilterTrialSample = { [key: string]: unknown };
