/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A tenant.
 */
export interface TenantOut {
  /** @pattern ^tnt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  name: string;
  slug: string;
}
