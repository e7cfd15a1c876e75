/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Request Entity Too Large
 */
export type N413Response = Problem;
