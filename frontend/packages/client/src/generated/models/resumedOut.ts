/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What goes on.
 */
export interface ResumedOut {
  /** retries that were waiting for their time and are due now */
  jobs: number;
}
