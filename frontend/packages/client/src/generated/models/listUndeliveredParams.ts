/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MissedState } from './missedState';

export type ListUndeliveredParams = {
/**
 * items in one answer
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next_cursor` of the answer before; opaque
 */
cursor?: string;
state?: MissedState;
created_after?: string;
created_before?: string;
/**
 * also what the endpoint's filters left out since then: of the 10,000 newest events
 */
filtered_after?: string;
};
