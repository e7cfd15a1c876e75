/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A key that receivers verify `v1a` signatures with.
 */
export interface PublicKeyOut {
  public_key: string;
  /** null for the newest */
  expires_at: string | null;
}
