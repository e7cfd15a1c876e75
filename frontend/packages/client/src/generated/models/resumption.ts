/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Release } from './release';

/**
 * How to resume.
 */
export interface Resumption {
  release?: Release;
  /** with `newest`, and only then: release so many, 1 when it is left out; cancel the rest */
  newest?: number | null;
}
