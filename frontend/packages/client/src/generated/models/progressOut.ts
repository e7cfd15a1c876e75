/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * How far a running operation is.
 */
export interface ProgressOut {
  /** 0 to 1; null when it cannot be told */
  fraction: number | null;
  message: string;
  at: string;
}
