/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One's own password.
 */
export interface PasswordChange {
  /**
     * @minLength 1
     * @maxLength 1000
     */
  current_password: string;
  /**
     * @minLength 12
     * @maxLength 1000
     */
  new_password: string;
}
