import { z } from 'zod';
import { defineAction } from '../define.ts';

/** Hands the conversation to people: the agent is silent until a teammate turns auto reply on again. */
export const stopAutoReply = defineAction({
  kind: 'stop-auto-reply',
  label: 'Stop auto reply',
  proves: ['forward', 'send'],
  description:
    'Hands the conversation to a person; the agent stays silent until a teammate turns it on again.',
  settings: z.object({
    /** Said to the visitor before the mute; empty: nothing. */
    message: z.string().trim().max(1_000).default(''),
  }),
  guidanceExamples: [
    'Use when the visitor asks for a human, a person or an employee.',
    'Use when the visitor is upset or wants to complain.',
  ],
  inputs: () => ({
    type: 'object',
    properties: {
      reason: { type: 'string', description: "Why a person is needed, in the visitor's own words." },
      summary: { type: 'string', description: 'What a teammate should know, in one or two sentences.' },
    },
    required: ['reason'],
    additionalProperties: false,
  }),
});
