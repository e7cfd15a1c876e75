/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { ListEventsStart } from './listEventsStart';

export type ListEventsParams = {
/**
 * the cursor of the last event seen; without it from where `start` says
 */
after?: string;
/**
 * without `after`: from the oldest event that is kept, or only what follows
 */
start?: ListEventsStart;
/**
 * events in one answer
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * only this type, or `job.*`
 * @maxLength 128
 * @pattern ^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$
 */
type?: string;
};
