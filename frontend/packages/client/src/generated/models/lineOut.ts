/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { LineOutBreaker } from './lineOutBreaker';
import type { LineOutTrouble } from './lineOutTrouble';

/**
 * One endpoint.
 */
export interface LineOut {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  endpoint_id: string;
  /** now; failing as soon as nothing but failures is seen, before `failing_since` of the endpoint says so */
  trouble: LineOutTrouble;
  /** of a failing one */
  breaker: LineOutBreaker;
  /** what the latest failure of a failing one was, empty otherwise */
  reason: string;
  /** deliveries that wait until it is resumed; 10000 says so many or more */
  held: number;
  attempts: number;
  delivered: number;
  failed: number;
  /** deliveries that used up their attempts */
  dead: number;
  /** delivered among all attempts, 0 to 1; null without attempts */
  success_rate: number | null;
  p95_ms: number | null;
  /** one number for each span of the window, the running one last */
  series_attempts: number[];
  series_failed: number[];
}
