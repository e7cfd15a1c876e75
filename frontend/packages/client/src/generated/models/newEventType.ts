/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewEventTypeDataSchema } from './newEventTypeDataSchema';
import type { NewEventTypeExamplesItem } from './newEventTypeExamplesItem';

/**
 * A type to register.
 */
export interface NewEventType {
  /**
     * @maxLength 128
     * @pattern ^(?!(job|endpoint|replay|delivery|hub|source|batch|schedule|bulk|connection)(\.|$))[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$
     */
  name: string;
  /** @maxLength 2000 */
  description?: string;
  /** JSON Schema (2020-12) of the event's `data`; references only to its own `$defs`, patterns in RE2's syntax */
  data_schema?: NewEventTypeDataSchema;
  /**
     * `data` that fits the schema
     * @maxItems 10
     */
  examples?: NewEventTypeExamplesItem[];
}
