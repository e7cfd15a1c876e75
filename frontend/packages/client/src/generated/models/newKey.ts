/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { NewKeyScopesItem } from './newKeyScopesItem';

/**
 * An API key to make.
 */
export interface NewKey {
  /**
     * @minLength 1
     * @maxLength 200
     */
  name: string;
  /**
     * what it may do; `*` for everything
     * @minItems 1
     * @maxItems 30
     */
  scopes: NewKeyScopesItem[];
  expires_at?: string | null;
}
