/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What somebody did to a job.
 */
export interface JobChangeOut {
  action: string;
  /** id of the key or operator */
  by: string;
  reason: string;
  at: string;
}
