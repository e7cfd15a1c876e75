/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewBatch } from './newBatch';
import type { NewJob } from './newJob';

/**
 * Up to 1,000 operations, accepted in one transaction.
 */
export interface NewJobs {
  /**
     * @minItems 1
     * @maxItems 1000
     */
  jobs: NewJob[];
  /** counted together, and told together when all have ended */
  batch?: NewBatch | null;
}
