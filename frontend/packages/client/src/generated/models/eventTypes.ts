/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EventTypeSummary } from './eventTypeSummary';
import type { MisfitOut } from './misfitOut';

/**
 * All types: the hub's own, then the tenant's, by name.
 */
export interface EventTypes {
  data: EventTypeSummary[];
  /** with `event_types` set to `recorded` at /settings: what `strict` would refuse, the latest first; of the 10,000 newest such events, up to 200 lines */
  misfits: MisfitOut[];
}
