/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Redrivable } from './redrivable';

/**
 * What to send again, and how.
 */
export interface Redrive {
  /**
     * kept with the replay
     * @maxLength 1000
     */
  reason?: string;
  per_s?: number | null;
  /** so many go out first, the rest waits for what becomes of them */
  canary?: number | null;
  /** the rest follows by itself when all of the canary was delivered; else it waits for `resume` */
  canary_goes_on?: boolean;
  /**
     * @minItems 1
     * @maxItems 2
     */
  states?: Redrivable[];
  created_after?: string | null;
  created_before?: string | null;
}
