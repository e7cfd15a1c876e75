/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type GetEndpointStatisticsParams = {
/**
 * `1h` by minutes, `24h` and `7d` by hours
 */
window?: '1h' | '24h' | '7d';
};
