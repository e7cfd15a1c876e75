/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ItemOut } from './itemOut';

/**
 * One result for each item, in order.
 */
export interface BatchOut {
  data: ItemOut[];
  accepted: number;
  refused: number;
  batch_id: string | null;
}
