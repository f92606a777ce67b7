import type { InputSchema } from '../define.ts';

const inputs: InputSchema = {
  type: 'object',
  properties: {
    name: {
      type: 'string',
      description: "The visitor's name, only if they have said it: their own words.",
    },
    email: {
      type: 'string',
      format: 'email',
      description: "The visitor's e-mail address, only if they have said it.",
    },
  },
  additionalProperties: false,
};

/** What every kind that books meetings says of itself, whoever keeps the calendar. */
export const meeting = {
  guidanceExamples: [
    'Use when the visitor wants to book a call or a demo.',
    'Use when the visitor asks for an appointment.',
    'Use when the visitor asks when somebody has time for them.',
  ],
  inputs: () => inputs,
  leadIn: {
    en: 'Happy to. Pick a time that suits you:',
    de: 'Gern. Suchen Sie sich einen Termin aus:',
    ar: 'بكل سرور. اختر موعدًا يناسبك:',
  },
};
