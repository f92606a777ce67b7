import * as z from 'zod';

/** What the log has a name of its own for; all else is named by the method and the path of its route. */
export const AUDIT_DEEDS = [
  'set-up',
  'workspace-made',
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'password-changed',
  'password-reset',
  'joined',
  'log-sealed',
] as const;
export type AuditDeed = (typeof AUDIT_DEEDS)[number];

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
  /** In English words; the dashboard has its own for each action. */
  summary: z.string(),
  /** The id or name of what was changed. */
  target: z.string().nullable(),
  /** What was sent, with secrets masked. */
  change: z.unknown(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What is wrong with a log. See docs/guide/accounts.md for each. */
export const AUDIT_PROBLEMS = [
  'changed',
  'missing',
  'cut',
  'added',
  'rewritten',
  'no-seal',
  'wrong-seal',
  'sealed-again',
] as const;

export const auditCheckSchema = z.object({
  /** How many rows, from the first on, are what was written. */
  rows: z.number(),
  /** Null: the log is whole. */
  problem: z.enum(AUDIT_PROBLEMS).nullable(),
  /** The number of the first row that was changed, is missing, or was added, or that tells of a new seal. Null where nobody can tell which. */
  brokenAt: z.number().nullable(),
  /** The first row that was written under a seal: before it, the last rows may have been cut off. Null: there is no seal. */
  sealedFrom: z.number().nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;
