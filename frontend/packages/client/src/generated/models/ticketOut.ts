/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A ticket.
 */
export interface TicketOut {
  /** send it in the stream's first frame, never in a URL */
  ticket: string;
  topics: string[];
  expires_at: string;
  stream_url: string;
}
