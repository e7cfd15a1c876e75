/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * `active` takes deliveries; `failing` ones too, but nothing went well for long. `paused` and `disabled` hold them.
 */
export type EndpointState = 'active' | 'failing' | 'paused' | 'disabled';