/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Forbidden
 */
export type N403Response = Problem;
