/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ExplanationFacts } from './explanationFacts';
import type { JobStatus } from './jobStatus';

/**
 * Why a job is where it is.
 */
export interface Explanation {
  status: JobStatus;
  sentence: string;
  facts: ExplanationFacts;
}
