/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type NewKeyScopesItem = 'jobs:read' | 'jobs:write' | 'connections:read' | 'connections:write' | 'endpoints:read' | 'endpoints:write' | 'endpoints:secrets' | 'events:read' | 'events:write' | 'deliveries:read' | 'replays:write' | 'sources:read' | 'sources:write' | 'sources:secrets' | 'stream:read' | 'connectors:read' | 'overview:read' | 'keys:admin' | 'audit:read' | 'operators:admin' | 'settings:admin' | '*';