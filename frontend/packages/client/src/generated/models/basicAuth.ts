/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * User and password (RFC 7617).
 */
export interface BasicAuth {
  type: 'basic';
  /**
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f:]+$
     */
  username: string;
  /**
     * write-only
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f]+$
     */
  password: string;
}
