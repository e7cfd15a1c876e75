/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Release } from './release';

/**
 * How to resume.
 */
export interface Resumption {
  release?: Release;
  /**
     * with `newest`: release so many, cancel the rest
     * @minimum 1
     * @maximum 1000000
     */
  newest?: number;
}
