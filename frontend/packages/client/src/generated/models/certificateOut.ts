/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A certificate, of several the first.
 */
export interface CertificateOut {
  subject: string;
  expires_at: string;
  sha256: string;
}
