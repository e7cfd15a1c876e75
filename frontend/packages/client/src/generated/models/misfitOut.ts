/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What does not fit in events of one type that were taken all the same.
 */
export interface MisfitOut {
  /** as published, registered or not */
  type: string;
  /** `body.type`: there is no such type */
  field: string;
  /** of the latest such event */
  detail: string;
  events: number;
  first_at: string;
  last_at: string;
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  last_event_id: string;
}
