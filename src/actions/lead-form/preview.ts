import type { CardState } from '../../contract/entry.ts';
import type { SettingsOf } from '../define.ts';
import type { CardPreview, PreviewProps } from '../form-props.ts';
import type { leadForm } from './action.ts';
import type { LeadFormPayload } from './payload.ts';

/** The form, and the sentences that take its place. */
export function usePreview({ settings, language }: PreviewProps<SettingsOf<typeof leadForm>>): CardPreview {
  const say = texts[language];
  const { fields, consent, keepPartial } = settings;
  const form: LeadFormPayload = {
    // While it is typed a name may be empty, or there twice: a form needs one for each field.
    fields: fields.map(({ name, type, label, required }, index) => ({
      name: `field_${index}`,
      label: label.trim() || (type === 'text' ? name : ''),
      ...{ type, required },
    })),
    consent: consent.trim(),
    ...(keepPartial ? { keepsPartial: true } : {}),
  };
  const cardIn = (state: CardState, payload: LeadFormPayload) => ({
    ...{ kind: 'lead-form', state, payload: { ...payload } },
  });
  const closed = (message: string): LeadFormPayload => ({ fields: [], consent: '', message: message.trim() });
  return {
    missing: fields.flatMap(({ name, label }, index) =>
      name.trim() ? [] : [say.noName(label.trim() || String(index + 1))],
    ),
    stages: [
      { title: say.form, card: cardIn('offered', form) },
      { title: say.sent, card: cardIn('submitted', closed(settings.successMessage)), after: 'submit' },
      { title: say.dismissed, card: cardIn('dismissed', closed(settings.dismissMessage)), after: 'dismiss' },
    ],
  };
}

const en = {
  form: 'Form',
  sent: 'Sent',
  dismissed: 'Closed',
  noName: (field: string) => `A name in the lead for the field ${field}.`,
};

const de: typeof en = {
  form: 'Formular',
  sent: 'Gesendet',
  dismissed: 'Geschlossen',
  noName: (field) => `Ein Name im Kontakt für das Feld ${field}.`,
};

const texts = { en, de };
