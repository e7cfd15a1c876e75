/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AttemptOutResponseHeaders } from './attemptOutResponseHeaders';

/**
 * One HTTP request made for a delivery.
 */
export interface AttemptOut {
  /** @pattern ^att_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  started_at: string;
  duration_ms: number;
  status_code: number | null;
  /** class of the failure when there was no response */
  error: string | null;
  error_detail: string | null;
  response_headers: AttemptOutResponseHeaders;
  /** the first 16 KiB at most, as UTF-8 */
  response_excerpt: string | null;
  /** sent by a worker that had lost its lease: not counted */
  stale: boolean;
}
