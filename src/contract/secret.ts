import { z } from 'zod';

/** What is named stays secret: the value is taken, and never given back. */
export const secretChangeSchema = z
  .strictObject({
    value: z
      .string()
      .min(1)
      .max(8_192)
      .refine(
        (value) => value === value.trim() || value.trim().includes('\n'),
        'begins or ends with a space or a line break, as a paste often does: remove it',
      ),
    /** `api.example.com` (every port), `api.example.com:8443`, or `*.example.com` (what lies below it). */
    hosts: z.array(z.string().trim().min(1).max(300)).min(1).max(50),
  })
  .partial()
  .refine((change) => change.value !== undefined || change.hosts !== undefined, 'names nothing to change');

export const secretSchema = z
  .object({
    name: z.string(),
    /** The only hosts that the value is sent to. */
    hosts: z.array(z.string()),
    /** The last four characters; empty when the value is shorter than twelve. */
    last4: z.string(),
    /** The actions whose settings say `{{secrets.NAME}}`, and the agents whose model has it as the key. */
    usedBy: z.array(
      z.object({ type: z.enum(['action', 'agent']), id: z.string(), name: z.string(), agentId: z.string() }),
    ),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Secret' });

export type Secret = z.infer<typeof secretSchema>;
export type SecretChange = z.infer<typeof secretChangeSchema>;
