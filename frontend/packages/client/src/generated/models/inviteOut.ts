/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Role } from './role';

/**
 * An invite that nobody has accepted yet.
 */
export interface InviteOut {
  /** @pattern ^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  email: string;
  role: Role;
  created_at: string;
  expires_at: string;
}
