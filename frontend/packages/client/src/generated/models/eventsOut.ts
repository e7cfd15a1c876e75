/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EventOut } from './eventOut';

/**
 * Events in the log's order, oldest first.
 */
export interface EventsOut {
  data: EventOut[];
  /** pass it as `after`, now or later: also behind the newest event */
  next_cursor: string;
}
