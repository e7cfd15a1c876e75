/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * What became of an answer; the table's CHECK constraint lists the same values.
 */
export type Verdict = 'accepted' | 'progress' | 'repeated' | 'late' | 'refused';