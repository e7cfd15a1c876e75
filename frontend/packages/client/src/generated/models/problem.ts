/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { FieldProblem } from './fieldProblem';

/**
 * An error (RFC 9457). `code` is stable; `detail` is for people and may change.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance: string;
  /** also in X-Request-Id; name it when you ask for help */
  request_id: string;
  /** the fields concerned, when the fault lies in fields */
  errors: FieldProblem[];
}
