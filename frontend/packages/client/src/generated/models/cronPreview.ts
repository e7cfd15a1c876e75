/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

/**
 * A cron expression to look at.
 */
export interface CronPreview {
  /**
     * minute, hour, day of month, month, day of week
     * @minLength 1
     * @maxLength 200
     */
  cron: string;
  /**
     * of the IANA database
     * @minLength 1
     * @maxLength 64
     */
  timezone?: string;
  /**
     * @minimum 1
     * @maximum 50
     */
  count?: number;
}
