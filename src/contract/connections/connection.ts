import { z } from 'zod';

const name = z.string().trim().min(1).max(80);

/** `settings` and `credentials` are checked by the kind's own schemas. Credentials are taken, and never given back. */
export const newConnectionSchema = z.strictObject({
  kind: z.string(),
  /** Absent: that of the kind. */
  name: name.optional(),
  settings: z.unknown().optional(),
  credentials: z.unknown().optional(),
});

export const connectionChangeSchema = z
  .strictObject({ name, settings: z.unknown(), credentials: z.unknown() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');

export const connectionSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    settings: z.record(z.string(), z.unknown()),
    hasCredentials: z.boolean(),
    /** `reconnect`: a person has to connect it anew. `failing`: the other side could not be reached or used. */
    state: z.enum(['connected', 'reconnect', 'failing']),
    /** What is wrong, and what to do about it. */
    problem: z.string().nullable(),
    /** What the third party says of the account. */
    account: z.record(z.string(), z.unknown()).nullable(),
    /** The actions whose settings name it, and the invitations of the workspace where they are sent by it. */
    usedBy: z.array(
      z.object({
        type: z.enum(['action', 'invitations']),
        id: z.string(),
        name: z.string(),
        agentId: z.string().nullable(),
      }),
    ),
    testedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Connection' });

export type Connection = z.infer<typeof connectionSchema>;
export type NewConnection = z.infer<typeof newConnectionSchema>;
export type ConnectionChange = z.infer<typeof connectionChangeSchema>;
