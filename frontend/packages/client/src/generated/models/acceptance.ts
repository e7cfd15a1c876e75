/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * An invite's token and a password.
 */
export interface Acceptance {
  /**
     * @minLength 1
     * @maxLength 200
     */
  token: string;
  /**
     * new, or the present one of whoever is an operator of another tenant already
     * @minLength 12
     * @maxLength 1000
     */
  password: string;
}
