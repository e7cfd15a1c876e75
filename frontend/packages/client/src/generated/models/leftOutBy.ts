/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What left an event out; `changed`: nothing would by now.
 */
export type LeftOutBy = 'event_type' | 'channel' | 'filter' | 'changed';