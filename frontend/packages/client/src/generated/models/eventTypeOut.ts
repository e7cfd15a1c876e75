/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EventTypeVersionOut } from './eventTypeVersionOut';
import type { MisfitOut } from './misfitOut';

/**
 * A type of events with its schemas, the newest first.
 */
export interface EventTypeOut {
  name: string;
  description: string;
  /** true for the tenant's, false for the hub's own types */
  own: boolean;
  /** the newest; the hub's own types have one */
  version: number;
  deprecated_at: string | null;
  versions: EventTypeVersionOut[];
  /** as in the listing, of this type only */
  misfits: MisfitOut[];
}
