/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A kind of system.
 */
export interface ConnectorOut {
  name: string;
  title: string;
  description: string;
}
