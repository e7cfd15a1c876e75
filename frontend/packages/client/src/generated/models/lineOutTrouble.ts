/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * now; failing as soon as nothing but failures is seen, before `failing_since` of the endpoint says so
 */
export type LineOutTrouble = 'failing' | 'disabled' | 'paused' | null;