import type { ActionResult, InputSchema } from '../../../actions/define.ts';
import type { CallPlan } from '../../../actions/define-call.ts';
import type { Action } from '../../../contract/action.ts';
import type { FormFieldType, InputFormField } from '../../../contract/entry.ts';
import { wordQuestion } from '../../builtin-engine/asking/word-question.ts';
import type { Field } from '../../builtin-engine/extraction/field.ts';
import { CONFIRMATION_MINUTES } from '../../ledger/insert-call.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import type { CallHost } from './turn-host.ts';

interface Asking {
  action: Action;
  schema: InputSchema;
  /** What the model proposed and nothing supports. */
  fields: Field[];
  /** Of what is known so far; null: it cannot be planned without the rest. */
  plan: CallPlan | null;
}

/** The model is told to ask; where it insists on a value that nobody gave, the visitor gets a form in its place. */
export async function askForInputs(
  host: CallHost,
  draft: TurnDraft,
  { action, schema, fields, plan }: Asking,
): Promise<ActionResult> {
  const { conversationId } = host.place;
  const names = fields.map(({ name }) => name);
  const times = await host.countUngrounded({ conversationId, actionId: action.id, names });
  const canFill = plan !== null && fields.every(({ kind }) => kind !== 'object');
  if (times < 2 || !canFill)
    return {
      result: {
        status: 'missing_inputs',
        ungrounded: names,
        ask: wordQuestion(fields, host.speaks, 'resume'),
        note: 'Nothing was sent. The visitor has not said these values: ask for them, do not guess, and put free text in the visitor’s own words.',
      },
    };
  if (!draft.hasForm(action.id) && !hasOpenForm(host, action.id, names)) {
    const expiresAt = new Date(Date.now() + CONFIRMATION_MINUTES * 60_000).toISOString();
    const inputs = Object.fromEntries(Object.entries(plan.inputs).filter(([name]) => !names.includes(name)));
    draft.addForm(
      { action, plan: { ...plan, inputs }, request: null },
      {
        title: action.name,
        values: plan.shown,
        fields: fields.map((field) => toFormField(field, schema)),
        expiresAt,
      },
    );
  }
  return {
    result: {
      status: 'awaiting_inputs',
      note: 'A form that asks for it is on the visitor’s screen. Nothing was sent yet.',
    },
  };
}

/** It asks for the same, and can still be sent. */
function hasOpenForm({ calls, timeline }: CallHost, actionId: string, names: string[]): boolean {
  const now = new Date();
  return calls.some(({ action_id, state, request, entry_id, expires_at }) => {
    if (action_id !== actionId || state !== 'proposed' || request || (expires_at ?? now) <= now) return false;
    const card = timeline.find(({ id }) => id === entry_id)?.card;
    const fields = (card?.payload.fields ?? []) as InputFormField[];
    return names.every((name) => fields.some((field) => field.name === name));
  });
}

function toFormField({ name, label, kind, options }: Field, { required = [] }: InputSchema): InputFormField {
  return {
    name,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    type: TYPES[kind] ?? 'text',
    required: required.includes(name),
    ...(kind === 'option' ? { options: options.map(String) } : {}),
  };
}

const TYPES: Partial<Record<Field['kind'], FormFieldType>> = {
  email: 'email',
  phone: 'phone',
  link: 'url',
  date: 'date',
  time: 'time',
  integer: 'number',
  number: 'number',
  boolean: 'yes-no',
  option: 'choice',
  message: 'message',
};
