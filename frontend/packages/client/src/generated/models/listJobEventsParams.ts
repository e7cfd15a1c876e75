/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ListJobEventsStart } from './listJobEventsStart';

export type ListJobEventsParams = {
/**
 * the cursor of the last event seen; without it from where `start` says
 */
after?: string;
/**
 * without `after`: from the oldest event that is kept, or only what follows
 */
start?: ListJobEventsStart;
/**
 * events in one answer
 * @minimum 1
 * @maximum 200
 */
limit?: number;
};
