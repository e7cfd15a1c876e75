/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingIn } from './mappingIn';
import type { SourceOptions } from './sourceOptions';

/**
 * What to change; what is left out or null stays. `options` and `mappings` are replaced as a whole.
 */
export interface SourceChange {
  name?: string | null;
  description?: string | null;
  options?: SourceOptions | null;
  channels?: string[] | null;
  repeat_window_s?: number | null;
  mappings?: MappingIn[] | null;
}
