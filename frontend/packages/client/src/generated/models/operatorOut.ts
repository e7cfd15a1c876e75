/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Role } from './role';

/**
 * An operator in the tenant.
 */
export interface OperatorOut {
  /** @pattern ^op_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  email: string;
  role: Role;
  created_at: string;
}
