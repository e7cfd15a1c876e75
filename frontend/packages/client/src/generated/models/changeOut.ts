/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayState } from './replayState';

/**
 * A state that somebody, or the hub itself, brought a replay into.
 */
export interface ChangeOut {
  state: ReplayState;
  per_s: number | null;
  /** id of the key or operator, or `hub` */
  by: string;
  reason: string;
  at: string;
}
