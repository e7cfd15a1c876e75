/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { EndpointState } from './endpointState';

/**
 * Which endpoints.
 */
export interface EndpointFilter {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  state?: EndpointState;
  /**
     * part of the URL or the description; or the whole id
     * @minLength 1
     * @maxLength 200
     */
  search?: string;
}
