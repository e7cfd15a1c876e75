/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Role } from './role';

/**
 * Whom to invite.
 */
export interface NewInvite {
  /**
     * @maxLength 254
     * @pattern ^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){0,2}$
     */
  email: string;
  role?: Role;
}
