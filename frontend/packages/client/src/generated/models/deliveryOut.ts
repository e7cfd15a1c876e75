/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { DeliveryStatus } from './deliveryStatus';

/**
 * One event owed to one endpoint.
 */
export interface DeliveryOut {
  /** @pattern ^dlv_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  /**
     * also the `webhook-id` of every attempt
     * @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$
     */
  event_id: string;
  event_type: string;
  replay_id: string | null;
  status: DeliveryStatus;
  attempts: number;
  /** null unless pending */
  next_attempt_at: string | null;
  /** of the last attempt's response */
  status_code: number | null;
  /** class of the last attempt's failure: `timeout`, `connect`, `dns`, `tls`, … */
  error: string | null;
  /** what follows from the last attempt */
  reason: string | null;
  created_at: string;
  finished_at: string | null;
}
