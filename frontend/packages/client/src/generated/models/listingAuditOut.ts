/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AuditOut } from './auditOut';

export interface ListingAuditOut {
  data: AuditOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
