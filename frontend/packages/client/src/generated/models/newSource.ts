/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingIn } from './mappingIn';
import type { Preset } from './preset';
import type { SourceOptions } from './sourceOptions';

/**
 * A source to make.
 */
export interface NewSource {
  /**
     * a word of its events' type: `source.<name>.<type>`
     * @pattern ^[A-Za-z0-9_-]{1,40}$
     */
  name: string;
  preset: Preset;
  /** @maxLength 1000 */
  description?: string;
  options?: SourceOptions;
  /** the sender's; made when left out, where it is ours to make */
  secret?: string | null;
  /**
     * of its events
     * @maxItems 20
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  channels?: string[];
  /** null for a week */
  repeat_window_s?: number | null;
  /** @maxItems 20 */
  mappings?: MappingIn[];
}
