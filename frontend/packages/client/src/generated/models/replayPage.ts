/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayState } from './replayState';

/**
 * Which replays.
 */
export interface ReplayPage {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  state?: ReplayState;
}
