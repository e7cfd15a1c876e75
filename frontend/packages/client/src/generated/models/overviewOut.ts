/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { BulkOut } from './bulkOut';
import type { ConnectionsOverview } from './connectionsOverview';
import type { DeliveriesOverview } from './deliveriesOverview';
import type { EndpointsOverview } from './endpointsOverview';
import type { JobsOverview } from './jobsOverview';
import type { ReplayOut } from './replayOut';

/**
 * Is everything all right?
 */
export interface OverviewOut {
  at: string;
  jobs: JobsOverview;
  deliveries: DeliveriesOverview;
  endpoints: EndpointsOverview;
  connections: ConnectionsOverview;
  /** 20 at most of those that are not over, newest first */
  replays: ReplayOut[];
  /** 20 at most of those that run, newest first */
  bulk_actions: BulkOut[];
}
