/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobBatchOutCounts } from './jobBatchOutCounts';
import type { JobBatchOutMetadata } from './jobBatchOutMetadata';

/**
 * A batch and how far it is.
 */
export interface JobBatchOut {
  /** @pattern ^bat_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  tags: string[];
  metadata: JobBatchOutMetadata;
  /** more jobs may come */
  open: boolean;
  /** jobs that were accepted */
  total: number;
  refused: number;
  /** its jobs by state */
  counts: JobBatchOutCounts;
  created_at: string;
  /** when the last of its jobs had ended: `batch.finished` was told then */
  finished_at: string | null;
}
