/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Checking } from './checking';

/**
 * What to change; what is left out stays. Null days take the installation's.
 */
export interface SettingsChange {
  /** `open`: any type of event is taken; `recorded`: with warnings; `strict`: only registered ones that fit */
  event_types?: Checking | null;
  /** of events, deliveries and attempts; less deletes what is older */
  retention_days?: number | null;
  /** of finished jobs and their runs */
  job_retention_days?: number | null;
  /** calls at once over all connections; null for no limit */
  jobs_in_flight?: number | null;
}
