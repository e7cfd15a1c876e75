/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Checking } from './checking';

/**
 * The tenant's settings.
 */
export interface SettingsOut {
  /** `open`: any type of event is taken; `recorded`: with warnings; `strict`: only registered ones that fit */
  event_types: Checking;
  /** of events, deliveries and attempts; what is still owed is kept longer */
  retention_days: number;
  /** of finished jobs and their runs */
  job_retention_days: number;
  /** the installation's limit */
  retention_days_max: number;
  /** calls at once over all connections; null without a limit */
  jobs_in_flight: number | null;
}
