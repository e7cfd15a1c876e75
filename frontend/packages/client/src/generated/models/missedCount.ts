/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MissedState } from './missedState';

/**
 * How many events for one reason.
 */
export interface MissedCount {
  state: MissedState;
  reason: string;
  count: number;
}
