/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What to change; what is left out or null stays. Schemas are never changed: add a version.
 */
export interface EventTypeChange {
  description?: string | null;
  /** true warns its readers; events of it are taken all the same */
  deprecated?: boolean | null;
}
