/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Category } from './category';
import type { JobStatus } from './jobStatus';

/**
 * Which jobs; those that have been retried already are left out of a retry.
 */
export interface BulkFilter {
  /**
     * empty: all that the action is possible for
     * @maxItems 6
     */
  status?: JobStatus[];
  connection_id?: string | null;
  operation?: string | null;
  /** of the error */
  category?: Category | null;
  tag?: string | null;
  batch_id?: string | null;
  created_after?: string | null;
  created_before?: string | null;
}
