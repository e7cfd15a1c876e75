/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Latency } from './latency';
import type { PointOut } from './pointOut';
import type { StatisticsOutByClass } from './statisticsOutByClass';
import type { StatisticsOutByCode } from './statisticsOutByCode';
import type { Window } from './window';

/**
 * What became of the attempts that began in the window.
 */
export interface StatisticsOut {
  window: Window;
  since: string;
  /** attempts after that are counted within two minutes */
  counted_to: string | null;
  attempts: number;
  /** answered 2xx and taken */
  delivered: number;
  /** anything else; most are tried again */
  failed: number;
  /** deliveries that used up their attempts */
  dead: number;
  /** attempts by `2xx`, `5xx`, …; `error` without a whole answer */
  by_class: StatisticsOutByClass;
  /** attempts by HTTP status or error class, the most frequent first */
  by_code: StatisticsOutByCode;
  /** of attempts that were answered, until the answer's end */
  latency_ms: Latency;
  /** how long one point of the series is */
  step_s: number;
  /** every span of the window, the running one last */
  series: PointOut[];
}
