import { z } from 'zod';
import {
  autoReplyChangeSchema,
  conversationDetailSchema,
  conversationFilterSchema,
  conversationSchema,
  replySchema,
} from '../../../contract/conversation.ts';
import { entrySchema } from '../../../contract/entry-schema.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { listEntriesAfter } from '../sync/list-entries.ts';
import { appendReply } from './append-reply.ts';
import { changeAutoReply } from './change-auto-reply.ts';
import { getConversation, requireConversation } from './conversations.ts';
import { listConversations } from './list-conversations.ts';
import { publishTakeOver } from './publish-take-over.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Conversations' } as const;

export function conversationRoutes({ pool, live }: ConversationDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'conversations:read',
        method: 'get',
        path: '/api/v1/conversations',
        summary: 'List conversations, the latest first',
        query: pageQuery.extend(conversationFilterSchema.shape),
        answer: pageOf(conversationSchema),
      },
      ({ actor, query }) => listConversations(pool, actor, query),
    ),

    endpoint(
      {
        ...common,
        permission: 'conversations:read',
        method: 'get',
        path: '/api/v1/conversations/{id}',
        summary: 'Read a conversation',
        params,
        answer: conversationDetailSchema,
      },
      ({ actor, params }) => getConversation(pool, actor.workspaceId, params.id),
    ),

    endpoint(
      {
        ...common,
        permission: 'conversations:read',
        method: 'get',
        path: '/api/v1/conversations/{id}/entries',
        summary: 'Entries created or changed after a cursor',
        params,
        query: z.object({
          after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
          limit: z.coerce.number().int().min(1).max(100).default(100),
        }),
        answer: pageOf(entrySchema),
      },
      async ({ actor, params, query: { after, limit } }) => {
        await requireConversation(pool, actor.workspaceId, params.id);
        const items = await listEntriesAfter(pool, params.id, after, limit);
        return { items, nextCursor: items.length === limit ? (items.at(-1)?.cursor ?? null) : null };
      },
    ),

    endpoint(
      {
        ...common,
        permission: 'conversations:reply',
        method: 'post',
        path: '/api/v1/conversations/{id}/replies',
        summary: 'Answer as a teammate',
        params,
        body: replySchema,
        isPersonal: true,
        status: 201,
        answer: entrySchema,
      },
      async ({ actor, params, body }) => {
        const reply = { ...body, name: body.name ?? actor.name, userId: actor.userId };
        const { entry, change } = await appendReply(pool, actor.workspaceId, params.id, reply);
        if (change) publishTakeOver(live, params.id, change, [entry]);
        return entry;
      },
    ),

    endpoint(
      {
        ...common,
        permission: 'conversations:reply',
        method: 'put',
        path: '/api/v1/conversations/{id}/auto-reply',
        summary: 'Mute the agent in this conversation, or hand back to it',
        params,
        body: autoReplyChangeSchema,
        answer: conversationDetailSchema,
      },
      async ({ actor, params, body }) => {
        const change = await changeAutoReply(pool, actor.workspaceId, params.id, {
          ...body,
          by: actor.name,
        });
        publishTakeOver(live, params.id, change, []);
        return getConversation(pool, actor.workspaceId, params.id);
      },
    ),
  ];
}
