/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CatchUp } from './catchUp';
import type { NewScheduleInput } from './newScheduleInput';
import type { NewScheduleMetadata } from './newScheduleMetadata';
import type { Overlap } from './overlap';

/**
 * A schedule to make.
 */
export interface NewSchedule {
  /**
     * @minLength 1
     * @maxLength 200
     */
  name: string;
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  operation: string;
  /** as the operation's `input` schema says */
  input?: NewScheduleInput;
  /**
     * minute, hour, day of month, month, day of week
     * @minLength 1
     * @maxLength 200
     */
  cron: string;
  /**
     * of the IANA database
     * @minLength 1
     * @maxLength 64
     */
  timezone?: string;
  /** the last time's job has not ended: `skip` this time, or `queue` behind it */
  overlap?: Overlap;
  /** after times that passed while the hub was down: run `once` for all of them, or `skip` them */
  catch_up?: CatchUp;
  /**
     * 0 first, 9 last
     * @minimum 0
     * @maximum 9
     */
  priority?: number;
  /**
     * of one call
     * @minimum 0.1
     * @maximum 120
     */
  timeout_s?: number;
  /**
     * calls before it has failed for good
     * @minimum 1
     * @maximum 20
     */
  max_runs?: number;
  /**
     * @maxItems 20
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  tags?: string[];
  /** comes back with each job */
  metadata?: NewScheduleMetadata;
  paused?: boolean;
}
