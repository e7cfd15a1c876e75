/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * One thing that the connection can do.
 */
export interface OperationSummary {
  name: string;
  title: string;
  description: string;
  writes: boolean;
  safety: string;
}
