/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Too Many Requests
 */
export type N429Response = Problem;
