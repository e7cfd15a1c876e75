/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Unprocessable Entity
 */
export type N422Response = Problem;
