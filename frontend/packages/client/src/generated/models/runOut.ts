/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ExchangeOut } from './exchangeOut';
import type { RunOutOutcome } from './runOutOutcome';

/**
 * One try at a job.
 */
export interface RunOut {
  /** @pattern ^run_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  /** call, or find: a look for the effect of a call whose answer was lost */
  kind: string;
  /** running, succeeded, failed, unknown or abandoned */
  status: string;
  outcome: RunOutOutcome;
  provider_request_id: string | null;
  /** what was asked of the outside system and what it said, in order, without secrets: the first 10 and the last 10; empty when nothing was sent, while the run lasts, when its worker was lost, and when the installation does not keep them */
  exchanges: ExchangeOut[];
  /** exchanges that are not kept: between the first 10 and the last 10, or all of them by the installation's choice */
  exchanges_left_out: number;
  started_at: string;
  finished_at: string | null;
}
