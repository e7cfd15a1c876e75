/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectorOut } from './connectorOut';

/**
 * All connectors.
 */
export interface Connectors {
  data: ConnectorOut[];
}
