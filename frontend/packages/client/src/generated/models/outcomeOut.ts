/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What a mapping did for an event.
 */
export interface OutcomeOut {
  mapping?: string | null;
  event_id?: string | null;
  /** `job_started`, `done_before`, `failed`, or `answer_…` with what became of the answer */
  result: string;
  job_id?: string | null;
  code?: string | null;
  detail?: string | null;
  field?: string | null;
}
