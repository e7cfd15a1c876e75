/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EventOutData } from './eventOutData';

/**
 * An event, as webhooks carry it, with its id and its place.
 */
export interface EventOut {
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  /** pass it as `after` to read on behind this event */
  cursor: string;
  type: string;
  timestamp: string;
  data: EventOutData;
}
