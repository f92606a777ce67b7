import type { SourcedValue } from '../../../actions/define-call.ts';
import type { Field } from '../../builtin-engine/extraction/field.ts';
import type { Situation } from '../../builtin-engine/extraction/hear-utterance.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import { findValue } from './find-value.ts';
import { Said } from './said.ts';

/** Where a value stands in a card that the visitor filled in, in another spelling: "030 1234567" for "+49301234567". */
export function findInForms(
  calls: readonly CallRow[],
  field: Field,
  value: unknown,
  situation: Situation,
): Omit<SourcedValue, 'value'> | null {
  if (!HAS_FORM.has(field.kind)) return null;
  for (const call of calls.toReversed()) {
    for (const input of Object.values(call.inputs)) {
      if (input.source !== 'form' || typeof input.value !== 'string') continue;
      const filled = new Said({ id: '', text: input.value, question: '' }, situation);
      if (findValue(filled, field, value)) return { source: 'form', at: { callId: call.id, ...input.at } };
    }
  }
  return null;
}

/** What is told by its form, so that it stands in no other text by chance. */
const HAS_FORM = new Set<Field['kind']>(['email', 'phone', 'link', 'date', 'time']);
