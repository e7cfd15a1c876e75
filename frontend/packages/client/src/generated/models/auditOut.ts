/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One thing that somebody did.
 */
export interface AuditOut {
  /** @pattern ^aud_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  at: string;
  /** id of the key or operator; empty when a password was refused */
  actor: string;
  /** the key's name or the operator's e-mail, as it was then; the e-mail that a refused password was for */
  actor_name: string;
  action: string;
  /** id of what it was done to; an event type's name; the tenant's id for settings, and for a refused password when the e-mail is no operator's */
  subject: string;
  /** as it was given with the request; of a refused password, why and from which address */
  reason: string;
  /** the `X-Request-Id` of the request; log lines have it, too */
  request_id: string;
}
