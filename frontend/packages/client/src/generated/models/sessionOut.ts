/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { TenantOut } from './tenantOut';

/**
 * Tokens of an operator in one tenant.
 */
export interface SessionOut {
  /** a JWT; send it as the bearer token */
  access_token: string;
  access_expires_at: string;
  /** good for one refresh; a second use signs the whole chain out */
  refresh_token: string;
  refresh_expires_at: string;
  token_type?: 'Bearer';
  role: string;
  tenant: TenantOut;
}
