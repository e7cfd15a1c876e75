/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A secret that verifies now.
 */
export interface SourceSecretOut {
  secret: string;
  /** null for the newest */
  expires_at: string | null;
}
