/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AfterPolicy } from './afterPolicy';
import type { NewJobInput } from './newJobInput';
import type { NewJobMetadata } from './newJobMetadata';

/**
 * An operation to perform.
 */
export interface NewJob {
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  operation: string;
  /** as the operation's `input` schema says */
  input?: NewJobInput;
  /**
     * 0 first, 9 last
     * @minimum 0
     * @maximum 9
     */
  priority?: number;
  /** not before */
  run_at?: string | null;
  /** not begun by then: `expired` */
  expires_at?: string | null;
  /**
     * of one call
     * @minimum 0.1
     * @maximum 120
     */
  timeout_s?: number;
  /**
     * calls before it has failed for good
     * @minimum 1
     * @maximum 20
     */
  max_runs?: number;
  /**
     * also stream topics `tag:<tag>`
     * @maxItems 20
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  tags?: string[];
  /** comes back with the job and in its events */
  metadata?: NewJobMetadata;
  /** jobs with the same key take turns, on all connections */
  concurrency_key?: string | null;
  /**
     * so many jobs with the key are under way at once
     * @minimum 1
     * @maximum 1000
     */
  concurrency_limit?: number;
  /**
     * wait until these have ended
     * @maxItems 50
     * @items.pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$
     */
  after?: string[];
  /** when one of them does not succeed: `cancel` this job too, or `run` it */
  after_policy?: AfterPolicy;
  /** gets the final event, besides the tenant's endpoints */
  callback_url?: string | null;
  /** signs for `callback_url`; needed with it */
  callback_secret?: string | null;
}
