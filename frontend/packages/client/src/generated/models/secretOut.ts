/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A secret that signs now.
 */
export interface SecretOut {
  secret: string;
  /** null for the newest */
  expires_at: string | null;
}
