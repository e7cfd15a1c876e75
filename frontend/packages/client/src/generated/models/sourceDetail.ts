/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { CountOut } from './countOut';
import type { MappingOut } from './mappingOut';
import type { Preset } from './preset';
import type { SourceDetailOptions } from './sourceDetailOptions';

/**
 * A source with what came in the last day.
 */
export interface SourceDetail {
  /** @pattern ^src_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  preset: Preset;
  description: string;
  options: SourceDetailOptions;
  channels: string[];
  repeat_window_s: number;
  mappings: MappingOut[];
  /** until it has one, what must be signed is refused */
  has_secret: boolean;
  paused_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
  last_day: CountOut[];
}
