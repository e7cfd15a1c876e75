/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A refresh token.
 */
export interface RefreshIn {
  /**
     * @minLength 1
     * @maxLength 200
     */
  refresh_token: string;
}
