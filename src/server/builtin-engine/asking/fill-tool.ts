import type { OfferedTool } from '../dialogue/read-prompt.ts';
import { extractValues } from '../extraction/extract-values.ts';
import { type Field, isFreeText } from '../extraction/field.ts';
import type { Situation, Utterance } from '../extraction/hear-utterance.ts';
import { readFields } from '../extraction/read-fields.ts';

export interface FilledTool {
  inputs: Record<string, unknown>;
  /** Required inputs that were not said, in the tool's order. */
  missing: Field[];
}

/** What of a tool's inputs the visitor has said. */
export function fillTool(
  { inputSchema }: OfferedTool,
  utterances: Utterance[],
  situation: Situation,
): FilledTool {
  const required = inputSchema.required ?? [];
  // Nobody is asked for free text that is optional, and nothing said by the way is taken for it.
  const fields = readFields(inputSchema).filter(
    ({ name, kind }) => required.includes(name) || (kind !== 'message' && kind !== 'text'),
  );
  const inputs = extractValues(fields, utterances, situation);
  // What is no single value cannot be asked for in a chat: the action's own check speaks of it.
  const askable = fields.filter(({ kind }) => kind !== 'object');
  return {
    inputs,
    missing: askable.filter(({ name }) => required.includes(name) && inputs[name] === undefined),
  };
}

/** The visitor has said all that the tool requires, and some of it is of a form that is not said by chance. */
export function saysAllOf(tool: OfferedTool, utterances: Utterance[], situation: Situation): boolean {
  const required = tool.inputSchema.required ?? [];
  const isTelling = readFields(tool.inputSchema).some(
    (field) => required.includes(field.name) && !isFreeText(field),
  );
  return isTelling && fillTool(tool, utterances, situation).missing.length === 0;
}
