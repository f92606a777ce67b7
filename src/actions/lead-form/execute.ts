import { z } from 'zod';
import { FIELD_MAX_CHARS } from '../../contract/limits.ts';
import { CardInvalid, type ChatExecutor, type JsonObject, type SettingsOf } from '../define.ts';
import type { leadForm } from './action.ts';
import { type FieldFault, findFault } from './find-fault.ts';
import type { LeadField, LeadFormPayload } from './payload.ts';

type Settings = SettingsOf<typeof leadForm>;

const email = z.email();

export const executeLeadForm: ChatExecutor<Settings> = {
  async run({ settings, inputs, past }, context) {
    const last = past.at(-1);
    if (
      last?.state === 'dismissed' &&
      !wasAskedFor(inputs.visitorRequest, context.visitorWords(last.entryId))
    )
      return {
        result: {
          status: 'not_shown',
          reason: 'The visitor closed this form and has not asked for it since.',
        },
      };
    // The form is on the visitor's screen; a second one would only confuse.
    if (last?.state === 'offered') return { result: { status: 'already_open' } };
    const { fields, consent, keepPartial } = settings;
    const payload: LeadFormPayload = { fields, consent, ...(keepPartial ? { keepsPartial: true } : {}) };
    return { result: { status: 'offered' }, card: { payload: { ...payload } } };
  },

  async onCard({ settings, op, values, card }, context) {
    if (op === 'dismiss' && card.state === 'offered')
      return { state: 'dismissed', payload: closed(settings.dismissMessage) };
    if (card.state !== 'offered') return null;

    const { fields, consent, keepsPartial } = card.payload as unknown as LeadFormPayload;
    if (op === 'draft' && keepsPartial) {
      const typed = readTyped(fields, values);
      if (Object.keys(typed).length > 0 && !values.website)
        context.saveLead({ entryId: card.entryId, values: typed, consent, isPartial: true });
      return { state: card.state };
    }
    if (op !== 'submit') return null;
    const lead = checkValues(fields, values);
    // Only a robot fills the hidden field. It is told the same as everyone, and nothing is kept.
    if (!values.website) context.saveLead({ entryId: card.entryId, values: lead, consent });
    return { state: 'submitted', payload: closed(settings.successMessage) };
  },
};

/** What stays of the form on the visitor's screen: one sentence, and none of what they wrote. */
function closed(message: string): JsonObject {
  const payload: LeadFormPayload = { fields: [], consent: '', message };
  return { ...payload };
}

function wasAskedFor(request: unknown, words: string[]): boolean {
  const wanted = fold(String(request ?? ''));
  return wanted !== '' && words.some((text) => fold(text).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What is right so far of what was typed: a field that is not is left out. */
function readTyped(fields: LeadField[], values: JsonObject): Record<string, string> {
  const typed = fields.map((field): [string, string] => {
    const value = textOf(values[field.name]);
    return [field.name, faultOf(field, value) ? '' : value];
  });
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}

/** Without what cannot be seen and only disturbs whoever reads it: control characters, besides the ends of lines and tabs. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/(?![\n\t])\p{Cc}/gu, '').trim() : '';
}

/** The form's fields and nothing else. @throws CardInvalid with one problem per field */
function checkValues(fields: LeadField[], values: JsonObject): Record<string, string> {
  const lead: Record<string, string> = {};
  const problems: CardInvalid['fields'] = [];
  for (const field of fields) {
    const value = textOf(values[field.name]);
    const code = faultOf(field, value);
    if (code) problems.push({ path: `values.${field.name}`, code, message: MESSAGES[code] });
    else if (value !== '') lead[field.name] = value;
  }
  if (problems.length > 0) throw new CardInvalid(problems);
  return lead;
}

const MESSAGES: Record<FieldFault, string> = {
  required: 'is needed',
  too_long: `must have at most ${FIELD_MAX_CHARS} characters`,
  email: 'is not an e-mail address',
  phone: 'is not a phone number',
};

function faultOf(field: LeadField, value: string): FieldFault | null {
  const fault = findFault(field, value);
  if (fault || field.type !== 'email' || value === '') return fault;
  return email.safeParse(value).success ? null : 'email';
}
