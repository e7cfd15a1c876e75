/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Verdict } from './verdict';

/**
 * An answer that came for a job, kept whatever became of it.
 */
export interface CallbackOut {
  /** accepted, progress, repeated, late or refused */
  verdict: Verdict;
  /** why it was not accepted */
  reason: string;
  /** it came before the job waited for it */
  early: boolean;
  /** `callback`, or the source that brought it */
  via: string;
  content_type: string;
  /** as it came, read as UTF-8; at most its first 16,384 characters */
  body: string;
  at: string;
}
