/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewBatchMetadata } from './newBatchMetadata';

/**
 * The batch that the jobs belong to.
 */
export interface NewBatch {
  /** of one that is still open; null makes a new one */
  id?: string | null;
  /**
     * of a new one
     * @maxItems 20
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  tags?: string[];
  /** of a new one; comes back in its event */
  metadata?: NewBatchMetadata;
  /** more jobs may come: it is not finished before it is closed */
  open?: boolean;
}
