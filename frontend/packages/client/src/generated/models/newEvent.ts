/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewEventData } from './newEventData';

/**
 * An event of the application's own.
 */
export interface NewEvent {
  /**
     * @maxLength 128
     * @pattern ^(?!(job|endpoint|replay|delivery|hub|source|batch|schedule|bulk|connection)(\.|$))[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$
     */
  type: string;
  /** of the registered type, for checking `data`; null for the newest */
  type_version?: number | null;
  data: NewEventData;
  /**
     * @maxItems 50
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  channels?: string[];
  /**
     * stream topics `tag:<tag>`
     * @maxItems 50
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  tags?: string[];
}
