/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CheckedError } from './checkedError';

/**
 * What came of calling the system.
 */
export interface Checked {
  ok: boolean;
  /** category, message and the system's own code */
  error: CheckedError;
}
