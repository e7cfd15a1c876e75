/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EndpointTroubleOut } from './endpointTroubleOut';

/**
 * Endpoints, and which of them do not do well.
 */
export interface EndpointsOverview {
  total: number;
  /** nothing but failures since some moment of the last 24 hours, and more than one */
  failing: number;
  disabled: number;
  paused: number;
  /** 20 at most: failing, disabled, paused */
  worst: EndpointTroubleOut[];
}
