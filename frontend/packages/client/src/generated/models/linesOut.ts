/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { LineOut } from './lineOut';
import type { Window } from './window';

/**
 * Many endpoints.
 */
export interface LinesOut {
  window: Window;
  /** where the first span begins */
  since: string;
  /** attempts after that are counted within two minutes */
  counted_to: string | null;
  /** how long one span is */
  step_s: number;
  data: LineOut[];
  /** pass it as `cursor` for the next page; null on the last one */
  next_cursor: string | null;
}
