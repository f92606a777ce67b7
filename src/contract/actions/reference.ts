import { z } from 'zod';

/** Something that something else refers to, or that refers to it. */
export const referenceSchema = z
  .object({
    /**
     * `wait`: a visitor was asked to confirm a use, and has not answered; its id is the conversation's. `invitations`: those of the
     * workspace are sent by it.
     */
    type: z.enum(['action', 'agent', 'secret', 'connection', 'wait', 'invitations']),
    /** Of a secret its name. */
    id: z.string(),
    name: z.string(),
    agentId: z.string().nullable(),
    /** It has to be taken out, or replaced, before the other thing can be deleted. */
    blocks: z.boolean(),
  })
  .meta({ id: 'Reference' });

export type Reference = z.infer<typeof referenceSchema>;
