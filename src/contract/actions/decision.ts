import { z } from 'zod';
import { messageTextSchema, pageInfoSchema } from '../conversation.ts';
import { absentActionSchema, reasonSchema } from './reason.ts';

export const decisionRequestSchema = z.object({
  messages: z
    .array(z.object({ author: z.enum(['visitor', 'agent', 'teammate']), text: messageTextSchema }))
    .min(1)
    .max(100),
  /** Where the visitor is said to be. */
  page: pageInfoSchema.optional(),
  visitor: z.object({ verified: z.boolean().default(false) }).optional(),
  /** When it is asked; absent: now. */
  at: z.iso.datetime({ offset: true }).optional(),
});

/** What the agent would do, with nothing done. */
export const decisionSchema = z
  .object({
    /** The name of the action it would use. */
    action: z.string().nullable(),
    inputs: z.record(z.string(), z.unknown()),
    /** Required inputs that it has no value for. */
    missing: z.array(z.string()),
    reply: z.string(),
    /** Why, where the model tells that; the most important first. */
    reasons: z.array(reasonSchema),
    /** The actions that it could not choose from, and why. */
    absent: z.array(absentActionSchema),
  })
  .meta({ id: 'Decision' });

export type DecisionRequest = z.infer<typeof decisionRequestSchema>;
export type Decision = z.infer<typeof decisionSchema>;
