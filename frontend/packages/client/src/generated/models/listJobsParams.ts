/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { JobStatus } from './jobStatus';

export type ListJobsParams = {
/**
 * items in one answer
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next_cursor` of the answer before; opaque
 */
cursor?: string;
/**
 * a job's id, or the `Idempotency-Key` of its submission (7 days)
 * @minLength 1
 * @maxLength 200
 */
search?: string;
/**
 * one of these
 * @minItems 1
 * @maxItems 20
 */
status?: JobStatus[];
/**
 * @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$
 */
connection_id?: string;
/**
 * @pattern ^bat_[0-7][0-9a-hjkmnp-tv-z]{25}$
 */
batch_id?: string;
/**
 * @maxLength 100
 */
operation?: string;
/**
 * @pattern ^[A-Za-z0-9_.:/-]{1,64}$
 */
tag?: string;
created_after?: string;
created_before?: string;
};
