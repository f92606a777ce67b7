import type { Field } from './field.ts';
import type { Heard, Situation } from './hear-utterance.ts';

/** What is looked for, and where. */
export interface Search {
  field: Field;
  fields: Field[];
  heard: Heard;
  situation: Situation;
  wasAsked: boolean;
}
