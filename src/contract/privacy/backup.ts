import { z } from 'zod';

export const backupSchema = z
  .object({
    id: z.string(),
    /** Its name in the folder of backups. */
    file: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    bytes: z.number().nullable(),
    rows: z.number().nullable(),
    /** For people: why it failed. */
    problem: z.string().nullable(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Backup' });

export type Backup = z.infer<typeof backupSchema>;
