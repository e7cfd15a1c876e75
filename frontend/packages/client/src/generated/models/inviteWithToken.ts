/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Role } from './role';

/**
 * A new invite with its token, which is shown this once.
 */
export interface InviteWithToken {
  /** @pattern ^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  email: string;
  role: Role;
  created_at: string;
  expires_at: string;
  /** hand it to the person: good once, for 7 days */
  token: string;
}
