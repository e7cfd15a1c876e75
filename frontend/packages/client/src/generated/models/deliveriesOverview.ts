/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Counted } from './counted';
import type { Latency } from './latency';
import type { OldestDeliveryOut } from './oldestDeliveryOut';
import type { PointOut } from './pointOut';

/**
 * How deliveries go: the last hour unless a name says otherwise.
 */
export interface DeliveriesOverview {
  /** what came after is counted within two minutes */
  counted_to: string | null;
  step_s?: number;
  /** attempts of the last 60 minutes, the running one last */
  series: PointOut[];
  attempts: number;
  delivered: number;
  /** attempts; most are tried again */
  failed: number;
  /** delivered among all attempts, 0 to 1; null without attempts */
  success_rate: number | null;
  latency_ms: Latency;
  /** deliveries that used up their attempts within 24 hours */
  dead_24h: number;
  /** now: they wait until their endpoint is resumed */
  held: Counted;
  /** null when nothing waits that could go out */
  oldest_due: OldestDeliveryOut | null;
}
