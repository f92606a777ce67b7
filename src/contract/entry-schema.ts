import { z } from 'zod';
import type { Attachment, Entry } from './entry.ts';

const cardStateSchema = z.enum([
  'offered',
  'opened',
  'submitted',
  'dismissed',
  'confirmed',
  'declined',
  'booked',
  'expired',
]);

export const cardOpSchema = z.enum(['open', 'draft', 'submit', 'dismiss', 'confirm', 'decline', 'booked']);

export const attachmentSchema: z.ZodType<Attachment> = z
  .object({ id: z.string(), type: z.string(), width: z.number().int(), height: z.number().int() })
  .meta({ id: 'Attachment' });

export const entrySchema: z.ZodType<Entry> = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    cursor: z.string(),
    conversationId: z.string(),
    author: z.object({ type: z.enum(['visitor', 'agent', 'teammate', 'system']), name: z.string() }),
    at: z.string(),
    text: z.string().optional(),
    card: z
      .object({ kind: z.string(), state: cardStateSchema, payload: z.record(z.string(), z.unknown()) })
      .optional(),
    citations: z
      .array(z.object({ sourceId: z.string(), title: z.string(), url: z.string().optional() }))
      .optional(),
    attachments: z.array(attachmentSchema).optional(),
    clientId: z.string().optional(),
  })
  .meta({ id: 'Entry' });
