/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AfterPolicy } from './afterPolicy';
import type { JobOutError } from './jobOutError';
import type { JobOutInput } from './jobOutInput';
import type { JobOutMetadata } from './jobOutMetadata';
import type { JobOutOutput } from './jobOutOutput';
import type { JobStatus } from './jobStatus';
import type { Links } from './links';
import type { ProgressOut } from './progressOut';

/**
 * A job.
 */
export interface JobOut {
  /** @pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  status: JobStatus;
  version: number;
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  connector: string;
  operation: string;
  input: JobOutInput;
  priority: number;
  run_at: string | null;
  expires_at: string | null;
  timeout_s: number;
  max_runs: number;
  tags: string[];
  metadata: JobOutMetadata;
  /** calls made */
  runs: number;
  /** what the operation last told, if it tells */
  progress: ProgressOut | null;
  output: JobOutOutput;
  /** category, message, retryable, the system's own code */
  error: JobOutError;
  cancel_requested_at: string | null;
  concurrency_key: string | null;
  concurrency_limit: number;
  /** null when it waits for no other job */
  after_policy: AfterPolicy | null;
  batch_id: string | null;
  schedule_id: string | null;
  retry_of: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  links: Links;
  poll_after_ms: number | null;
}
