/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MissedState } from './missedState';

/**
 * An event that the endpoint has not got.
 */
export interface MissedOut {
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_id: string;
  event_type: string;
  state: MissedState;
  /** for filtered ones `event_type`, `channel`, `filter`, or `changed`: wanted by now */
  reason: string;
  /** the latest; null when filtered */
  delivery_id: string | null;
  status_code: number | null;
  error: string | null;
  attempts: number;
  created_at: string;
}
