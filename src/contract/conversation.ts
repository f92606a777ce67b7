import { z } from 'zod';
import { ATTACHMENTS_MAX, MESSAGE_MAX_CHARS } from './limits.ts';
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
    /** Who said that; null: nothing was said in words yet. */
    lastAuthor: z.enum(['visitor', 'agent', 'teammate', 'system']).nullable(),
    createdAt: z.string(),
    /** When auto reply was muted, and by which teammate; null: by the agent itself. */
    mutedAt: z.string().nullable(),
    mutedBy: z.string().nullable(),
    status: z.enum(['open', 'closed']),
    channel: z.enum(['widget']),
    /** Since when the visitor waits for a person. */
    waitingSince: z.string().nullable(),
    assignee: z.object({ userId: z.string(), name: z.string() }).nullable(),
    /** As their site has vouched for, or as they left it in a form. */
    visitorName: z.string().nullable(),
    visitorEmail: z.string().nullable(),
  })
  .meta({ id: 'Conversation' });

export type Conversation = z.infer<typeof conversationSchema>;

/** One conversation, with who the visitor is. */
export const conversationDetailSchema = conversationSchema
  .extend({
    visitor: visitorSchema,
    /** The agent is working on an answer. */
    typing: z.boolean(),
    firstSeenAt: z.string(),
  })
  .meta({ id: 'ConversationDetail' });

export type ConversationDetail = z.infer<typeof conversationDetailSchema>;

/** `waiting`: for a person. `mine`: of whoever asks. `agent`: the agent answers. */
const conversationViews = ['waiting', 'mine', 'agent', 'closed', 'all'] as const;

export const conversationFilterSchema = z.object({
  view: z.enum(conversationViews).optional(),
  status: z.enum(['open', 'closed']).optional(),
  channel: z.enum(['widget']).optional(),
  autoReply: z.enum(['on', 'muted']).optional(),
  /** A teammate's id. */
  assignee: z.string().max(100).optional(),
  /** Words of messages, names and e-mail addresses; the last may be cut short. */
  q: z.string().trim().max(200).optional(),
});

/** How many there are, up to 100 of each. */
export const conversationCountsSchema = z
  .object({
    waiting: z.number().int(),
    mine: z.number().int(),
    /** The agent spoke with them in the last ten minutes. */
    agent: z.number().int(),
  })
  .meta({ id: 'ConversationCounts' });
export type ConversationCounts = z.infer<typeof conversationCountsSchema>;

export const assigneeSchema = z.object({ userId: z.string().max(100).nullable() });

export const noteSchema = z
  .object({ id: z.string(), authorName: z.string(), text: z.string(), at: z.string(), clientId: z.string() })
  .meta({ id: 'ConversationNote' });
export type Note = z.infer<typeof noteSchema>;

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

export const replySchema = z
  .object({
    clientId: clientIdSchema,
    /** May be empty beside an image. */
    text: z.string().trim().max(MESSAGE_MAX_CHARS).default(''),
    /** The teammate's name as the visitor sees it. */
    name: z.string().trim().min(1).max(80).optional(),
    /** Ids of images that were sent up for this conversation. */
    attachments: z.array(z.string().max(100)).max(ATTACHMENTS_MAX).default([]),
  })
  .refine(({ text, attachments }) => text !== '' || attachments.length > 0, {
    path: ['text'],
    message: 'is missing',
  });

export const newNoteSchema = z.object({ clientId: clientIdSchema, text: messageTextSchema });

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
