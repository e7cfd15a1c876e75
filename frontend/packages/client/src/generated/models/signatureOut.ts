/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SignatureOutScheme } from './signatureOutScheme';

/**
 * One signature, of one secret that was live then.
 */
export interface SignatureOut {
  scheme: SignatureOutScheme;
  algorithm: string;
  /** as in `webhook-signature` */
  value: string;
  /** `whpk_…`, for Ed25519: whoever has it can verify */
  public_key: string | null;
}
