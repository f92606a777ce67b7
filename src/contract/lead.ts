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
    createdAt: z.string(),
  })
  .meta({ id: 'Lead' });

export type Lead = z.infer<typeof leadSchema>;
