/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EndpointTroubleOutBreaker } from './endpointTroubleOutBreaker';
import type { EndpointTroubleOutTrouble } from './endpointTroubleOutTrouble';

/**
 * An endpoint that needs somebody's eyes.
 */
export interface EndpointTroubleOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  url: string;
  description: string;
  trouble: EndpointTroubleOutTrouble;
  /** how the latest attempt ended, or why it was disabled */
  reason: string;
  since: string | null;
  /** of a failing one */
  breaker: EndpointTroubleOutBreaker;
}
