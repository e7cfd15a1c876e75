/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AnsweringJob } from './answeringJob';

/**
 * Which waiting job an event answers, and what it says. Pointers lead into the event's `data`.
 */
export interface Answering {
  /** template of the job's id, or of a tag that only one open job has */
  job: AnsweringJob;
  /** where it says what came of it; without one, it succeeded */
  outcome_pointer?: string | null;
  /**
     * what stands there then; empty for anything else
     * @maxItems 50
     */
  succeeded?: (string | boolean | number)[];
  /** @maxItems 50 */
  failed?: (string | boolean | number)[];
  /** @maxItems 50 */
  progress?: (string | boolean | number)[];
  /**
     * the job's output
     * @maxLength 300
     * @pattern ^(/([^~/]|~[01])*)*$
     */
  result_pointer?: string;
  message_pointer?: string | null;
}
