/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { LogPageStart } from './logPageStart';

/**
 * Where to read on.
 */
export interface LogPage {
  /** the cursor of the last event seen; without it from where `start` says */
  after?: string;
  /** without `after`: from the oldest event that is kept, or only what follows */
  start?: LogPageStart;
  /**
     * events in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
}
