/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Counted } from './counted';
import type { JobPointOut } from './jobPointOut';
import type { JobStatus } from './jobStatus';
import type { OldestJobOut } from './oldestJobOut';

/**
 * How jobs go.
 */
export interface JobsOverview {
  /** what came after is counted within two minutes */
  counted_to: string | null;
  step_s?: number;
  /** the last 60 minutes, the running one last */
  series: JobPointOut[];
  /** now, by every state that is not an end */
  open: Partial<Record<JobStatus, Counted>>;
  /** null when nothing waits that could begin */
  oldest_due: OldestJobOut | null;
}
