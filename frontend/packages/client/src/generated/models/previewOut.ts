/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * When it would fire.
 */
export interface PreviewOut {
  next_times: string[];
}
