/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayItemStatus } from './replayItemStatus';

/**
 * One event that a replay owes one endpoint, and what became of it.
 */
export interface ReplayItemOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_id: string;
  event_type: string;
  /** the delivery that was selected; null for an event that filters left out */
  source_id: string | null;
  /** null before its turn, and when skipped */
  delivery_id: string | null;
  status: ReplayItemStatus;
  reason: string | null;
  status_code: number | null;
  attempts: number | null;
  finished_at: string | null;
}
