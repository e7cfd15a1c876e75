/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * The job that has been due the longest.
 */
export interface OldestJobOut {
  /** @pattern ^job_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  job_id: string;
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  connection_id: string;
  age_s: number;
}
