/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ExchangeHeaderOut } from './exchangeHeaderOut';

/**
 * A request, or an answer.
 */
export interface ExchangeSideOut {
  headers: ExchangeHeaderOut[];
  content_type: string | null;
  /** of the body as it was sent; null when the answer did not come to its end */
  bytes: number | null;
  /** its first 4 KiB, or less in a run with many exchanges; secrets are •••. Null when there is none, or when it is no UTF-8 text */
  body: string | null;
  /** there was more than `body` shows */
  truncated: boolean;
}
