/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * Which endpoints, and which window.
 */
export interface ChosenEndpoints {
  /**
     * items in one answer
     * @minimum 1
     * @maximum 200
     */
  limit?: number;
  /** `next_cursor` of the answer before; opaque */
  cursor?: string;
  /** `1h` by minutes, `24h` and `7d` by hours */
  window?: '1h' | '24h' | '7d';
  /**
     * up to 100 ids, separated by commas; without them, the same pages as `GET /endpoints`
     * @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}(,ep_[0-7][0-9a-hjkmnp-tv-z]{25}){0,99}$
     */
  ids?: string;
}
