/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AlertState } from './alertState';
import type { Stage } from './stage';

/**
 * One e-mail to the endpoint's owner.
 */
export interface AlertOut {
  stage: Stage;
  /** what failed, or what ended it */
  reason: string;
  /** since when it had been failing; each stage is told once in an outage */
  outage_at: string;
  /** `failed`: given up */
  state: AlertState;
  attempts: number;
  /** class of error of the last try */
  error: string | null;
  created_at: string;
  sent_at: string | null;
}
