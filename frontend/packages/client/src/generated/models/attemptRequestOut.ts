/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { HeaderOut } from './headerOut';
import type { SigningOut } from './signingOut';

/**
 * The request of an attempt.
 */
export interface AttemptRequestOut {
  method?: 'POST';
  url: string;
  headers: HeaderOut[];
  /** the exact bytes, which are UTF-8; null when the event is not kept any more */
  body: string | null;
  body_bytes: number | null;
  /** false: it failed before a byte was sent; null: that cannot be told */
  sent: boolean | null;
  /** false: the endpoint was changed, paused or resumed since, and `url` and the names of its own headers are those it has now */
  endpoint_unchanged: boolean;
  signing: SigningOut;
}
