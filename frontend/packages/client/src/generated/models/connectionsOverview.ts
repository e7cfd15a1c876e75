/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionTroubleOut } from './connectionTroubleOut';

/**
 * Connections, and which of them do not do well.
 */
export interface ConnectionsOverview {
  total: number;
  /** their credentials are not accepted any more */
  broken: number;
  /** spent quota, open breaker, or the system asked for a pause */
  parked: number;
  /** their consent ends within 7 days */
  expiring: number;
  disabled: number;
  /** 20 at most: broken, parked, expiring, disabled */
  worst: ConnectionTroubleOut[];
}
