/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One minute or hour.
 */
export interface PointOut {
  at: string;
  attempts: number;
  delivered: number;
  failed: number;
  dead: number;
  p95_ms: number | null;
}
