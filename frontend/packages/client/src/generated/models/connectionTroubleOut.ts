/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectionTroubleOutTrouble } from './connectionTroubleOutTrouble';

/**
 * A connection that needs somebody's eyes.
 */
export interface ConnectionTroubleOut {
  /** @pattern ^con_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  connector: string;
  trouble: ConnectionTroubleOutTrouble;
  reason: string;
  /** when it began, of broken and disabled ones */
  since: string | null;
  /** when a parked one goes on, or the consent of an expiring one ends */
  until: string | null;
}
