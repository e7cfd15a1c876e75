/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Method Not Allowed
 */
export type N405Response = Problem;
