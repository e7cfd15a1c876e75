/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { TenantOut } from './tenantOut';

/**
 * The caller.
 */
export interface Me {
  /** the key's or operator's id */
  subject: string;
  /** the key's name, or the operator's e-mail */
  name: string;
  /** of an operator; null for a key */
  email: string | null;
  /** of an operator; null for a key */
  role: string | null;
  scopes: string[];
  tenant: TenantOut;
}
