/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AttemptDetailResponseHeaders } from './attemptDetailResponseHeaders';
import type { AttemptRequestOut } from './attemptRequestOut';

/**
 * One attempt with its request as it was sent.
 */
export interface AttemptDetail {
  /** @pattern ^att_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  started_at: string;
  duration_ms: number;
  status_code: number | null;
  /** class of the failure when there was no response */
  error: string | null;
  error_detail: string | null;
  response_headers: AttemptDetailResponseHeaders;
  /** the first 16 KiB at most, as UTF-8 */
  response_excerpt: string | null;
  /** sent by a worker that had lost its lease: not counted */
  stale: boolean;
  /** @pattern ^dlv_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  delivery_id: string;
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_id: string;
  event_type: string;
  request: AttemptRequestOut;
}
