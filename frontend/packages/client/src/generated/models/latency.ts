/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * In ms, off by 4.4 % at most; null without an answer.
 */
export interface Latency {
  p50: number | null;
  p95: number | null;
  p99: number | null;
}
