/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * JSON Schema (2020-12) of the event's `data`
 */
export type EventTypeVersionOutDataSchema = { [key: string]: unknown };
