/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A type of events.
 */
export interface EventTypeSummary {
  name: string;
  description: string;
  /** true for the tenant's, false for the hub's own types */
  own: boolean;
  /** the newest; the hub's own types have one */
  version: number;
  deprecated_at: string | null;
}
