/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CatchUp } from './catchUp';
import type { Overlap } from './overlap';
import type { ScheduleChangeInput } from './scheduleChangeInput';
import type { ScheduleChangeMetadata } from './scheduleChangeMetadata';

/**
 * What to change; what is left out or null stays.
 */
export interface ScheduleChange {
  name?: string | null;
  connection_id?: string | null;
  operation?: string | null;
  input?: ScheduleChangeInput;
  cron?: string | null;
  timezone?: string | null;
  /** the last time's job has not ended: `skip` this time, or `queue` behind it */
  overlap?: Overlap | null;
  /** after times that passed while the hub was down: run `once` for all of them, or `skip` them */
  catch_up?: CatchUp | null;
  priority?: number | null;
  timeout_s?: number | null;
  max_runs?: number | null;
  tags?: string[] | null;
  metadata?: ScheduleChangeMetadata;
  paused?: boolean | null;
}
