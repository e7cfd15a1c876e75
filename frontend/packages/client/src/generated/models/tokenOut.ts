/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * The connection's access token, where it has one that is fetched.
 */
export interface TokenOut {
  expires_at: string | null;
  renewed_at: string | null;
  renewing: boolean;
  /** then a person has to connect it again */
  consent_ends_at: string | null;
}
