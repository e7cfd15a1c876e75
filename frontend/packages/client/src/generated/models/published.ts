/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Warned } from './warned';

/**
 * A published event.
 */
export interface Published {
  /** @pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  type: string;
  timestamp: string;
  /** what would be refused were the tenant's `event_types` set to `strict` */
  warnings: Warned[];
}
