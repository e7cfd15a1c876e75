/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A time of a schedule, and what came of it.
 */
export interface TickOut {
  fire_at: string;
  /** started; skipped: the last time's job had not ended; missed: too late; refused: the job was not possible */
  outcome: string;
  reason: string;
  job_id: string | null;
  /** who asked for it; empty when it was time */
  by: string;
  at: string;
}
