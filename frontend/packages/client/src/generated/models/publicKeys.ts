/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { PublicKeyOut } from './publicKeyOut';

/**
 * One for every Ed25519 secret that signs now, the newest first; HMAC secrets have none.
 */
export interface PublicKeys {
  data: PublicKeyOut[];
}
