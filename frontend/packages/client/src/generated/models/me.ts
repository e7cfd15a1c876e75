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
  scopes: string[];
  tenant: TenantOut;
}
