/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema (2020-12) of the event's `data`; references only to its own `$defs`, patterns in RE2's syntax
 */
export type NewEventTypeDataSchema = { [key: string]: unknown };
