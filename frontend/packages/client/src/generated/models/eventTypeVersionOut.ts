/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EventTypeVersionOutDataSchema } from './eventTypeVersionOutDataSchema';
import type { EventTypeVersionOutExamplesItem } from './eventTypeVersionOutExamplesItem';

/**
 * A schema of a type's data.
 */
export interface EventTypeVersionOut {
  version: number;
  /** JSON Schema (2020-12) of the event's `data` */
  data_schema: EventTypeVersionOutDataSchema;
  examples: EventTypeVersionOutExamplesItem[];
  /** null for the hub's own types */
  created_at: string | null;
}
