import * as z from 'zod';

export const auditEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.object({
    type: z.enum(['person', 'key', 'system']),
    id: z.string().nullable(),
    name: z.string(),
  }),
  ip: z.string().nullable(),
  /** `patch /api/v1/agents/{id}`, or `signed-in` and the like. */
  action: z.string(),
  /** In words. */
  summary: z.string(),
  /** The id or name of what was changed. */
  target: z.string().nullable(),
  /** What was sent, with secrets masked. */
  change: z.unknown(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
