/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CatchUp } from './catchUp';
import type { Overlap } from './overlap';
import type { ScheduleOutInput } from './scheduleOutInput';
import type { ScheduleOutMetadata } from './scheduleOutMetadata';

/**
 * A schedule.
 */
export interface ScheduleOut {
  /** @pattern ^sch_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  operation: string;
  input: ScheduleOutInput;
  cron: string;
  timezone: string;
  overlap: Overlap;
  catch_up: CatchUp;
  priority: number;
  timeout_s: number;
  max_runs: number;
  tags: string[];
  metadata: ScheduleOutMetadata;
  paused_at: string | null;
  /** empty while it is paused */
  next_times: string[];
  created_at: string;
  updated_at: string;
}
