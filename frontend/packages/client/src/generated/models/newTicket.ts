/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What the ticket's holder may read.
 */
export interface NewTicket {
  /**
     * `tenant` (everything), `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>`, `tag:<tag>`
     * @minItems 1
     * @maxItems 100
     * @items.pattern ^(tenant|tag:[A-Za-z0-9_.:/-]{1,64}|(job:job|connection:con|endpoint:ep|replay:rpl|source:src)_[0-7][0-9a-hjkmnp-tv-z]{25})$
     */
  topics: string[];
  /**
     * @minimum 1
     * @maximum 3600
     */
  lifetime_s?: number;
}
