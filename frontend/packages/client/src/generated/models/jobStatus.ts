/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type JobStatus = 'scheduled' | 'queued' | 'running' | 'retrying' | 'waiting' | 'reconciling' | 'succeeded' | 'failed' | 'cancelled' | 'expired';