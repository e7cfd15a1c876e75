/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Where to follow the job.
 */
export interface Links {
  self: string;
  events: string;
  /** WebSocket `hub.v1`; get a ticket first */
  stream: string;
}
