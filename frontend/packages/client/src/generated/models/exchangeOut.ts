/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ExchangeSideOut } from './exchangeSideOut';

/**
 * A request to the outside system, and what came back.
 */
export interface ExchangeOut {
  /** when it was sent */
  at: string;
  method: string;
  /** with the port, where it is not the usual one */
  host: string;
  /** with the query; values of parameters that are not known to be harmless are ••• */
  path: string;
  /** null when no answer began */
  status: number | null;
  /** why there is no complete answer: `connect_failed`, `connect_timeout`, `tls`, `target_forbidden`, `read_timeout`, `connection_lost`, `answer_too_large`, `not_sent` (another worker may have had the job by then), or `stopped` (the call's time was up, or somebody stopped it) */
  error: string | null;
  duration_ms: number;
  /** what the outside system calls it */
  request_id: string | null;
  /** it was about credentials: neither headers nor bodies are kept */
  confidential: boolean;
  request: ExchangeSideOut | null;
  response: ExchangeSideOut | null;
}
