import { type CardState, CONFIRMATION, type ConfirmationPayload } from '../../contract/entry.ts';
import type { Language, PreviewStage } from '../form-props.ts';

interface Confirmation {
  /** Of the action: it stands above what is confirmed. */
  name: string;
  /** With examples in place of what visitors will say. */
  values: ConfirmationPayload['values'];
}

/** What the visitor is asked before something is changed, and what stands there once they have said yes. */
export function previewConfirmation({ name, values }: Confirmation, language: Language): PreviewStage[] {
  const say = texts[language];
  const payload: ConfirmationPayload = { title: name.trim() || '…', values, hash: '', expiresAt: '' };
  const cardIn = (state: CardState) => ({ kind: CONFIRMATION, state, payload: { ...payload } });
  const note = values.length > 0 ? { note: say.note } : {};
  return [
    { title: say.question, card: cardIn('offered'), ...note },
    { title: say.confirmed, card: cardIn('confirmed'), after: 'confirm', ...note },
  ];
}

const texts = {
  en: { question: 'Question', confirmed: 'Confirmed', note: 'The values are examples.' },
  de: { question: 'Frage', confirmed: 'Bestätigt', note: 'Die Werte sind Beispiele.' },
};
