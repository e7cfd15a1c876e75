/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { InviteOut } from './inviteOut';

export interface ListingInviteOut {
  data: InviteOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
