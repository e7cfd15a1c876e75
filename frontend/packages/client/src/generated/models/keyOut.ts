/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * An API key, without its token.
 */
export interface KeyOut {
  /** @pattern ^key_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  /** the token's last four characters */
  hint: string;
  scopes: string[];
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** to the minute */
  last_used_at: string | null;
}
