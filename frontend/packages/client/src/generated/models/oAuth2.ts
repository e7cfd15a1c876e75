/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { OAuth2ClientAuth } from './oAuth2ClientAuth';

/**
 * Client credentials (RFC 6749, 4.4): the hub fetches a token and sends it with each delivery.
 */
export interface OAuth2 {
  type: 'oauth2';
  token_url: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f]+$
     */
  client_id: string;
  /**
     * write-only
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f]+$
     */
  client_secret: string;
  /**
     * @maxLength 1000
     * @pattern ^[^\u0000-\u001f\u007f]*$
     */
  scope?: string;
  /** how the client proves itself to the token's server */
  client_auth?: OAuth2ClientAuth;
}
