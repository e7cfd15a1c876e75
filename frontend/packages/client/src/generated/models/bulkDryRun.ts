/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobCountOut } from './jobCountOut';

/**
 * What it would be done with.
 */
export interface BulkDryRun {
  total: number;
  counts: JobCountOut[];
  /**
     * the newest of them
     * @items.pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$
     */
  sample: string[];
  /** false when there are more jobs than one wish may look through */
  complete: boolean;
}
