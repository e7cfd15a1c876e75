/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { LeftOutBy } from './leftOutBy';

/**
 * Which of the events that the filters left out, and how.
 */
export interface RedriveFiltered {
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
  /** events since then */
  created_after: string;
  created_before?: string | null;
  /** only these */
  event_ids?: string[] | null;
  /** only what was left out for one of these reasons */
  left_out_by?: LeftOutBy[] | null;
}
