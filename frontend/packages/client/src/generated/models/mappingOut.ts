/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { MappingOutAnswer } from './mappingOutAnswer';
import type { MappingOutInput } from './mappingOutInput';

/**
 * A rule of the source.
 */
export interface MappingOut {
  name: string;
  event_type: string;
  filter: string | null;
  connection_id: string | null;
  operation: string;
  input: MappingOutInput;
  tags: string[];
  answer: MappingOutAnswer;
}
