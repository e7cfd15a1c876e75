/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewEventTypeVersionDataSchema } from './newEventTypeVersionDataSchema';
import type { NewEventTypeVersionExamplesItem } from './newEventTypeVersionExamplesItem';

/**
 * The next schema of a type.
 */
export interface NewEventTypeVersion {
  /** JSON Schema (2020-12) of the event's `data`; references only to its own `$defs`, patterns in RE2's syntax */
  data_schema: NewEventTypeVersionDataSchema;
  /**
     * `data` that fits the schema
     * @maxItems 10
     */
  examples?: NewEventTypeVersionExamplesItem[];
}
