/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { FilterTrialSample } from './filterTrialSample';

/**
 * A filter and what to try it on.
 */
export interface FilterTrial {
  filter: string;
  /** a stored event; else `sample` is tried */
  event_id?: string | null;
  /** a body: `type`, `timestamp` and `data` */
  sample?: FilterTrialSample;
}
