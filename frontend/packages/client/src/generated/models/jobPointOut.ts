/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One minute of jobs.
 */
export interface JobPointOut {
  at: string;
  accepted: number;
  succeeded: number;
  failed: number;
  cancelled: number;
  expired: number;
}
