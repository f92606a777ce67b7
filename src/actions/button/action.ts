import { z } from 'zod';
import { defineAction } from '../define.ts';
import { destinationUrl } from './destination-url.ts';

/** A card with a link. The specimen of a kind: the smallest one that is whole. */
export const button = defineAction({
  kind: 'button',
  label: 'Button',
  description: 'Shows a link at the right moment and records the click.',
  settings: z.object({
    text: z.string().trim().min(1).max(60),
    url: destinationUrl,
  }),
  guidanceExamples: [
    'Use when the visitor asks about prices or plans.',
    'Use when the visitor wants to see the full collection.',
  ],
  inputs: () => ({ type: 'object', properties: {}, additionalProperties: false }),
  leadIn: {
    en: 'Here you go:',
    de: 'Bitte sehr:',
    ar: 'تفضّل:',
  },
});
