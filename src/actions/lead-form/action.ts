import { z } from 'zod';
import { defineAction, type InputSchema } from '../define.ts';

const field = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a lower-case word like email or order_number')
    .refine((name) => name !== 'website', 'is kept for the trap against robots; use another name'),
  type: z.enum(['name', 'email', 'phone', 'company', 'message', 'text']),
  label: z.string().trim().max(80).default(''),
  required: z.boolean().default(false),
});

const NO_INPUTS: InputSchema = { type: 'object', properties: {}, additionalProperties: false };

/** After a dismissed form the model must show where the visitor asked for it; the executor checks the words. */
const ASKED_AGAIN: InputSchema = {
  type: 'object',
  properties: {
    visitorRequest: {
      type: 'string',
      description:
        'The visitor closed this form. Call only if they have asked for it since: their own words, verbatim, in which they ask to leave their details.',
    },
  },
  required: ['visitorRequest'],
  additionalProperties: false,
};

/** A form in the chat that takes the visitor's contact details. */
export const leadForm = defineAction({
  kind: 'lead-form',
  label: 'Collect leads',
  takesMessages: true,
  waits: true,
  proves: ['send', 'save', 'forward', 'register'],
  description: 'Asks for contact details in the chat and keeps them as a lead.',
  settings: z
    .object({
      fields: z
        .array(field)
        .min(1)
        .max(12)
        .default([
          { name: 'name', type: 'name', label: '', required: true },
          { name: 'email', type: 'email', label: '', required: true },
        ]),
      consent: z.string().trim().max(1_000).default(''),
      successMessage: z.string().trim().max(500).default(''),
      dismissMessage: z.string().trim().max(500).default(''),
      /** What is typed is kept before it is sent, and the form says so. */
      keepPartial: z.boolean().default(false),
    })
    .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, {
      path: ['fields'],
      message: 'two fields have the same name',
    }),
  guidanceExamples: [
    'Use when the visitor wants a quote or asks to be contacted.',
    'Use when the visitor is interested but wants to talk to sales later.',
    'Use when a question cannot be answered here and an answer by e-mail would help.',
  ],
  inputs(_settings, past) {
    return past.at(-1)?.state === 'dismissed' ? ASKED_AGAIN : NO_INPUTS;
  },
  leadIn: {
    en: 'Happy to help with that. Please leave your details:',
    de: 'Das machen wir gern. Hinterlassen Sie bitte Ihre Daten:',
    ar: 'يسعدنا ذلك. من فضلك اترك بياناتك:',
  },
});
