/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingOut } from './mappingOut';
import type { Preset } from './preset';
import type { SourceSecretOut } from './sourceSecretOut';
import type { SourceWithAddressOptions } from './sourceWithAddressOptions';

/**
 * A new source with its address and secrets.
 */
export interface SourceWithAddress {
  address: string;
  /** every one that verifies now, the newest first */
  secrets: SourceSecretOut[];
  /** @pattern ^src_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  preset: Preset;
  description: string;
  options: SourceWithAddressOptions;
  channels: string[];
  repeat_window_s: number;
  mappings: MappingOut[];
  /** until it has one, what must be signed is refused */
  has_secret: boolean;
  paused_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}
