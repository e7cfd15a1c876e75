/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobStatus } from './jobStatus';
import type { Links } from './links';

/**
 * An accepted job.
 */
export interface AcceptedOut {
  /** @pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  status: JobStatus;
  links: Links;
  /** ask again after this time; null when it has ended */
  poll_after_ms: number | null;
}
