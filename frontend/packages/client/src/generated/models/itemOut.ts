/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobStatus } from './jobStatus';
import type { RefusedOut } from './refusedOut';

/**
 * What became of one item: accepted with its id, or refused with the error.
 */
export interface ItemOut {
  id: string | null;
  status: JobStatus | null;
  error: RefusedOut | null;
}
