/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SourceSecretOut } from './sourceSecretOut';

/**
 * What the sender is told. Whoever knows the address can send to it.
 */
export interface SourceAddress {
  address: string;
  /** every one that verifies now, the newest first */
  secrets: SourceSecretOut[];
}
