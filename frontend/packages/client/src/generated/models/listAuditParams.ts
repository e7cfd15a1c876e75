/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type ListAuditParams = {
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
/**
 * id of a key or operator
 * @pattern ^[A-Za-z0-9_.-]{1,200}$
 */
actor?: string;
/**
 * the action's beginning
 * @pattern ^[A-Za-z0-9_.-]{1,200}$
 */
action?: string;
/**
 * id of what it was done to
 * @pattern ^[A-Za-z0-9_.-]{1,200}$
 */
subject?: string;
created_after?: string;
created_before?: string;
};
