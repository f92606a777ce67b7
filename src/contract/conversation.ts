import { z } from 'zod';
import { MESSAGE_MAX_CHARS } from './limits.ts';
import { visitorSchema } from './widget/identity.ts';

export const conversationSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    visitorId: z.string(),
    autoReply: z.enum(['on', 'muted']),
    mutedUntil: z.string().nullable(),
    /** Why auto reply was muted, and what a teammate should know. */
    muteReason: z.string().nullable(),
    summary: z.string().nullable(),
    page: z
      .object({ url: z.string().optional(), title: z.string().optional(), language: z.string().optional() })
      .nullable(),
    lastText: z.string().nullable(),
    lastAt: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Conversation' });

export type Conversation = z.infer<typeof conversationSchema>;

/** One conversation, with who the visitor is. */
export const conversationDetailSchema = conversationSchema
  .extend({ visitor: visitorSchema })
  .meta({ id: 'ConversationDetail' });

export type ConversationDetail = z.infer<typeof conversationDetailSchema>;

export const autoReplyChangeSchema = z
  .object({
    state: z.enum(['on', 'muted']),
    /** When a mute ends by itself; absent: when a teammate ends it. */
    until: z.iso.datetime({ offset: true }).optional(),
    reason: z.string().max(500).optional(),
  })
  .refine(({ state, until }) => state === 'on' || until === undefined || Date.parse(until) > Date.now(), {
    path: ['until'],
    message: 'must be in the future',
  });

export const messageTextSchema = z.string().trim().min(1).max(MESSAGE_MAX_CHARS);
export const clientIdSchema = z.string().min(1).max(100);

export const replySchema = z.object({
  clientId: clientIdSchema,
  text: messageTextSchema,
  /** The teammate's name as the visitor sees it. */
  name: z.string().trim().min(1).max(80).optional(),
});

export const newMessageSchema = z.object({ clientId: clientIdSchema, text: messageTextSchema });

/** Where the visitor is. Only for people to read, so what is too long is cut and never a reason to refuse. */
export const pageInfoSchema = z.object({
  url: cut(2_000).optional(),
  title: cut(300).optional(),
  language: cut(35).optional(),
});

function cut(length: number) {
  return z.string().transform((text) => text.slice(0, length).toWellFormed());
}
