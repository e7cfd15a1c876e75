/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Problem } from './problem';

/**
 * Unsupported Media Type
 */
export type N415Response = Problem;
