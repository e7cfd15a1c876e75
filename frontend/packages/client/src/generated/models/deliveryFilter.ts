/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { DeliveryStatus } from './deliveryStatus';

/**
 * Which deliveries.
 */
export interface DeliveryFilter {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id?: string;
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_id?: string;
  /** @pattern ^rpl_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  replay_id?: string;
  /**
     * deliveries of the job's events
     * @pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$
     */
  job_id?: string;
  /**
     * @maxLength 128
     * @pattern ^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$
     */
  event_type?: string;
  /**
     * one of these
     * @minItems 1
     * @maxItems 20
     */
  status?: DeliveryStatus[];
  /**
     * of the last attempt's response: `503` or `5xx`
     * @pattern ^[1-5]([0-9][0-9]|xx)$
     */
  status_code?: string;
  /**
     * class of the last attempt's failure, as in `error`
     * @pattern ^[a-z0-9_]{1,64}$
     */
  error?: string;
  created_after?: string;
  created_before?: string;
}
