/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Role } from './role';

/**
 * Another role.
 */
export interface NewRole {
  role: Role;
}
