/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayFilter } from './replayFilter';

/**
 * What to deliver again.
 */
export interface NewReplay {
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
  filter?: ReplayFilter;
  /** for a test: everything goes here instead, signed with the secrets of `filter.endpoint_id`, and does not count as delivered */
  url?: string | null;
  /** only count */
  dry_run?: boolean;
}
