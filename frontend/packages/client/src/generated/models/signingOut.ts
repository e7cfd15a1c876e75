/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SignatureOut } from './signatureOut';

/**
 * How the signature comes about: each secret signs `signed_prefix` followed by the body (Standard Webhooks).
 */
export interface SigningOut {
  /** `{webhook-id}.{webhook-timestamp}.` */
  signed_prefix: string;
  /** made again from the secrets that were live then; null when it is not certain which were */
  signatures: SignatureOut[] | null;
  /** why there are no signatures */
  unavailable_because: string | null;
}
