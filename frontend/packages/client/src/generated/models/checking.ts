/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What happens to an application's event whose type is unknown or whose data does not fit.
 */
export type Checking = 'open' | 'recorded' | 'strict';