/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingState } from './mappingState';
import type { Reason } from './reason';
import type { State } from './state';

export type ListSourceRequestsParams = {
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
state?: State;
reason?: Reason;
mapping?: MappingState;
/**
 * @maxLength 500
 */
provider_id?: string;
received_after?: string;
received_before?: string;
};
