/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Where to read on.
 */
export interface LogPage {
  /** the cursor of the last event seen; without it from the oldest event that is kept */
  after?: string;
  /**
     * events in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
}
