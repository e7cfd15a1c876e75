/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Gone
 */
export type N410Response = Problem;
