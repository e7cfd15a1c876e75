/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A header of a request or an answer.
 */
export interface ExchangeHeaderOut {
  name: string;
  /** null for every header that is not known to be harmless */
  value: string | null;
}
