/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { SourceOptionsAlgorithm } from './sourceOptionsAlgorithm';
import type { SourceOptionsEncoding } from './sourceOptionsEncoding';
import type { SourceOptionsSecretEncoding } from './sourceOptionsSecretEncoding';
import type { SourceOptionsTimestampUnit } from './sourceOptionsTimestampUnit';

/**
 * What the preset needs to know, and where it looks for what an event is. Which ones count depends on the preset.
 */
export interface SourceOptions {
  /** the type of every event, where the request does not say it */
  type?: string | null;
  /** holds the type */
  type_header?: string | null;
  /** JSON pointer to the type */
  type_pointer?: string | null;
  /** holds the sender's id, by which repeats are known */
  id_header?: string | null;
  /** JSON pointer to the sender's id */
  id_pointer?: string | null;
  /** JSON pointer to a list, each item of which is an event */
  items_pointer?: string | null;
  tolerance_s?: number | null;
  /** `hmac`: holds the signature */
  header?: string | null;
  /** `hmac`: what stands before it */
  prefix?: string | null;
  /** `hmac`: of the signature */
  encoding?: SourceOptionsEncoding;
  /** `hmac` */
  algorithm?: SourceOptionsAlgorithm;
  /** `hmac`: what is signed, of `{method}`, `{url}`, `{timestamp}` and `{body}` */
  template?: string | null;
  /** `hmac`: holds the time */
  timestamp_header?: string | null;
  /** `hmac`: of the time, since 1970 or RFC 3339 */
  timestamp_unit?: SourceOptionsTimestampUnit;
  /** `hmac`: of the secret */
  secret_encoding?: SourceOptionsSecretEncoding;
  /** `salesforce`: the only one that may send */
  organization_id?: string | null;
  /** `espocrm`: the only one that may send */
  webhook_id?: string | null;
}
