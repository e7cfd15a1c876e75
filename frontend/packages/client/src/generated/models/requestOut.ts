/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingState } from './mappingState';
import type { OutcomeOut } from './outcomeOut';
import type { State } from './state';

/**
 * A request that came in.
 */
export interface RequestOut {
  /** @pattern ^req_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  state: State;
  /** why it was refused; empty otherwise */
  reason: string;
  received_at: string;
  method: string;
  /** the sender's id of the (first) event */
  provider_id: string | null;
  /** @items.pattern ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  event_ids: string[];
  event_types: string[];
  /** how many of its events had come before */
  repeated: number;
  duplicate_of: string | null;
  replay_of: string | null;
  /** who had it replayed; empty otherwise */
  asked_by: string;
  asked_why: string;
  mapping: MappingState;
  outcomes: OutcomeOut[];
  body_bytes: number;
}
