/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SecretOut } from './secretOut';

/**
 * Every secret that signs now, the newest first.
 */
export interface Secrets {
  data: SecretOut[];
}
