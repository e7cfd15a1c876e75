/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Ended } from './ended';

/**
 * Which deliveries. Those delivered since, or on their way, are left out: now, and again when their turn comes.
 */
export interface ReplayFilter {
  /** one state or several */
  status?: Ended | Ended[];
  endpoint_id?: string | null;
  event_id?: string | null;
  /** only these, still in one of the states of `status` */
  delivery_ids?: string[] | null;
  /** deliveries that this replay made */
  replay_id?: string | null;
  /** or `job.*` */
  event_type?: string | null;
  /** `503` or `5xx` */
  status_code?: string | null;
  /** class of failure of the last attempt: `timeout` */
  error?: string | null;
  created_after?: string | null;
  created_before?: string | null;
}
