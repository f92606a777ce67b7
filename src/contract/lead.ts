import { z } from 'zod';

export const leadSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    actionId: z.string(),
    conversationId: z.string(),
    visitorId: z.string(),
    /** Field name → what the visitor wrote. */
    values: z.record(z.string(), z.string()),
    /** The wording that the visitor agreed to; empty when the form had none. */
    consent: z.string(),
    /** The number of that wording among those of its form, from 1. */
    consentVersion: z.number().int().nullable(),
    /** `partial`: typed, and not sent; only where the form keeps that. */
    state: z.enum(['partial', 'complete']),
    /** How often this person, told by e-mail or phone, left their details; `values` has the newest of each. */
    submissions: z.number().int(),
    firstAt: z.string(),
    /** Of the newest. */
    createdAt: z.string(),
  })
  .meta({ id: 'Lead' });

export type Lead = z.infer<typeof leadSchema>;
