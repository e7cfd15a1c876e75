/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ScheduleOut } from './scheduleOut';

export interface ListingScheduleOut {
  data: ScheduleOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
