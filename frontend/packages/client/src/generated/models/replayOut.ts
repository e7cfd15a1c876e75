/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayOutFilter } from './replayOutFilter';
import type { ReplayOutProgress } from './replayOutProgress';
import type { ReplayState } from './replayState';

/**
 * A replay and how far it is.
 */
export interface ReplayOut {
  /** @pattern ^rpl_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  state: ReplayState;
  filter: ReplayOutFilter;
  reason: string;
  /** id of the key or operator */
  requested_by: string;
  /** the address that everything goes to instead of the endpoint's */
  url: string | null;
  per_s: number | null;
  canary: number | null;
  canary_goes_on: boolean;
  /** still growing while `preparing` */
  total: number;
  /** what has no end yet */
  pending: number;
  delivered: number;
  dead: number;
  cancelled: number;
  /** delivered or on their way when their turn came, or their endpoint was gone */
  skipped: number;
  /** the same by state, `waiting` ones have no delivery yet */
  progress: ReplayOutProgress;
  speed_per_s: number | null;
  eta_s: number | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}
