/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ReplayCountOut } from './replayCountOut';

/**
 * What a replay would deliver.
 */
export interface DryRun {
  total: number;
  counts: ReplayCountOut[];
  /**
     * some of the deliveries, of the newest events
     * @items.pattern ^dlv_[0-7][0-9a-hjkmnp-tv-z]{25}$
     */
  sample: string[];
  /** false when there were more than were counted */
  complete: boolean;
}
