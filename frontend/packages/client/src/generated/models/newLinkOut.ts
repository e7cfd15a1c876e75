/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewLinkOutError } from './newLinkOutError';

/**
 * A link with its address.
 */
export interface NewLinkOut {
  /** @pattern ^lnk_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  /** waiting, opened, connected, failed or expired */
  state: string;
  connector: string;
  name: string;
  /** the connection that was made, or is reconnected */
  connection_id: string | null;
  /** code and message when nothing came of it */
  error: NewLinkOutError;
  created_at: string;
  expires_at: string;
  /** for one person to open once; shown only here */
  url: string;
}
