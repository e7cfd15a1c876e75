/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AuthOutType } from './authOutType';

/**
 * How the hub signs in, without what is secret about it.
 */
export interface AuthOut {
  type: AuthOutType;
  username?: string | null;
  token_url?: string | null;
  client_id?: string | null;
  scope?: string | null;
  client_auth?: string | null;
}
