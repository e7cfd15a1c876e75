/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ConnectorDetailsConfig } from './connectorDetailsConfig';
import type { ConnectorDetailsCredentials } from './connectorDetailsCredentials';
import type { OperationOut } from './operationOut';

/**
 * A kind of system with all that can be set and done.
 */
export interface ConnectorDetails {
  name: string;
  title: string;
  description: string;
  /** whether a connection needs a `base_url` */
  needs_url: boolean;
  /** JSON Schema of a connection's `config` */
  config: ConnectorDetailsConfig;
  /** JSON Schema of a connection's `credentials` */
  credentials: ConnectorDetailsCredentials;
  operations: OperationOut[];
}
