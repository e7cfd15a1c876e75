/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewConnectLinkConfig } from './newConnectLinkConfig';
import type { NewConnectLinkCredentials } from './newConnectLinkCredentials';

/**
 * What is to be connected: a new connection, or an existing one again.
 */
export interface NewConnectLink {
  /** of a new connection */
  connector?: string | null;
  /** of a new connection */
  name?: string | null;
  /** @maxLength 2048 */
  base_url?: string;
  /** as the connector's `config` schema says */
  config?: NewConnectLinkConfig;
  /** the OAuth client (`client_id`, `client_secret`), if the installation has none for this connector */
  credentials?: NewConnectLinkCredentials;
  /** reconnects this connection */
  connection_id?: string | null;
  /**
     * where the person goes afterwards; below HUB_CONNECT_RETURN_URLS
     * @maxLength 2048
     */
  return_url?: string;
}
