import { z } from 'zod';
import { parseCalLink } from '../../connections/cal/parse-cal-link.ts';
import { defineAction } from '../define.ts';
import { frameOf } from './frame-of.ts';

/** A meeting on Cal.com, or on somebody's own Cal. */
export const cal = defineAction({
  kind: 'cal',
  label: 'Cal',
  description: 'Books a meeting on Cal.com, in the chat where possible.',
  proves: ['book'],
  waits: true,
  countsByHand: true,
  connects: 'cal',
  settings: z.object({
    /** `ada/30min`, or a full address; null: the event link of the workspace. */
    link: z
      .string()
      .trim()
      .max(500)
      .superRefine((link, context) => {
        const parsed = parseCalLink(link);
        if (typeof parsed === 'string') context.addIssue(parsed);
      })
      .nullable()
      .default(null),
    /** Of Cal.com; null: what anybody may do. */
    connectionId: z.string().max(100).nullable().default(null),
  }),
  guidanceExamples: [
    'Use when the visitor wants to book a call or a demo.',
    'Use when the visitor asks for an appointment.',
    'Use when the visitor asks when somebody has time for them.',
  ],
  inputs: () => ({
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
  }),
  leadIn: {
    en: 'Happy to. Pick a time that suits you:',
    de: 'Gern. Suchen Sie sich einen Termin aus:',
    ar: 'بكل سرور. اختر موعدًا يناسبك:',
  },
  complete(settings, { eventLink }) {
    if (settings.link ?? eventLink) return { ...settings, link: settings.link ?? eventLink };
    return 'is needed: the workspace has no event link of its own. Write one here, like ada/30min, or set eventLink of the workspace';
  },
  frameOrigins({ link }) {
    const parsed = link ? parseCalLink(link) : null;
    return parsed && typeof parsed !== 'string' ? frameOf(parsed).origins : [];
  },
});
