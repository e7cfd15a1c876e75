/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { Answering } from './answering';
import type { MappingInInput } from './mappingInInput';

/**
 * A rule: which events start a job (`connection_id`, `operation`, `input`), or complete one that waits (`answer`).
 *
 * In templates `{"$pointer": "/payload/id"}` stands for what a JSON pointer leads to in the event's `data`, and
 * `{"$text": "shop-{/payload/id}"}` for a text with such values; `default` and `as` (`text`, `number`, `integer`) go with
 * `$pointer`.
 */
export interface MappingIn {
  /**
     * what it has done for an event is remembered by it
     * @pattern ^[A-Za-z0-9_-]{1,40}$
     */
  name: string;
  /**
     * of what follows `source.<name>.`: `orders.create`, `orders.*`, `*`
     * @maxLength 128
     * @pattern ^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$
     */
  event_type?: string;
  /** SQL/JSON path predicate on the event's body; only events that satisfy it are mapped */
  filter?: string | null;
  connection_id?: string | null;
  /** @maxLength 100 */
  operation?: string;
  /** template of the operation's input */
  input?: MappingInInput;
  /**
     * @maxItems 20
     * @items.pattern ^[A-Za-z0-9_.:/-]{1,64}$
     */
  tags?: string[];
  answer?: Answering | null;
}
