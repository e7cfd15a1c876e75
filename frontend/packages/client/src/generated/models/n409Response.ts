/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Conflict
 */
export type N409Response = Problem;
