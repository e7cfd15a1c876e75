/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Decision } from './decision';
import type { ResolvedOutput } from './resolvedOutput';

/**
 * What somebody found out about a call whose answer was lost.
 */
export interface Resolved {
  /** `succeeded`: its effect is there; `failed`: it is not and shall not be; `run_again`: make the call again */
  decision: Decision;
  /** with `succeeded`: what the job gives, as far as it is known */
  output?: ResolvedOutput;
  /** with `failed`: what the job's error says */
  message?: string | null;
  /**
     * kept with the job
     * @maxLength 1000
     */
  reason?: string;
}
