/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { OperationOutExamplesItem } from './operationOutExamplesItem';
import type { OperationOutInput } from './operationOutInput';
import type { OperationOutOutput } from './operationOutOutput';

/**
 * One thing a connector can do.
 */
export interface OperationOut {
  name: string;
  title: string;
  description: string;
  /** whether it changes something in the other system */
  writes: boolean;
  /** what makes a second call safe: idempotent, by_key, by_search or unsafe */
  safety: string;
  /** JSON Schema (2020-12) of a job's `input` */
  input: OperationOutInput;
  /** JSON Schema of a job's `output` */
  output: OperationOutOutput;
  /** inputs */
  examples: OperationOutExamplesItem[];
}
