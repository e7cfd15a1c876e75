/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * An operator's e-mail and password.
 */
export interface Credentials {
  /**
     * @minLength 3
     * @maxLength 254
     */
  email: string;
  /**
     * @minLength 1
     * @maxLength 1000
     */
  password: string;
  /** slug; needed by operators of several tenants */
  tenant?: string | null;
}
