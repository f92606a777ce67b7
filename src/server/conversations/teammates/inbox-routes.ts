import { z } from 'zod';
import {
  assigneeSchema,
  conversationCountsSchema,
  conversationDetailSchema,
  newNoteSchema,
  noteSchema,
} from '../../../contract/conversation.ts';
import { AppError } from '../../platform/errors.ts';
import { openEventStream } from '../../platform/http/event-stream.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { fileRoutes } from '../files/file-routes.ts';
import { setAssignee, setClosed } from './change-work.ts';
import { getConversation, requireConversation } from './conversations.ts';
import { countConversations } from './list-conversations.ts';
import { addNote, listNotes } from './notes.ts';
import { WorkspaceFeed } from './workspace-feed.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Conversations' } as const;
const reads = { ...common, permission: 'conversations:read', method: 'get' } as const;
const changes = { ...common, permission: 'conversations:reply', params } as const;

/** What a team does with conversations besides answering them. */
export function inboxRoutes(deps: ConversationDeps) {
  const { pool, live, heartbeat, log } = deps;
  const feed = new WorkspaceFeed({ pool, live, log });
  const announce = (id: string) => live.publish(id, { type: 'team-changed' });

  const closing = (path: 'close' | 'reopen', summary: string) =>
    endpoint(
      {
        ...changes,
        method: 'post',
        path: `/api/v1/conversations/{id}/${path}`,
        summary,
        answer: conversationDetailSchema,
      },
      async ({ actor: { workspaceId }, params: { id } }) => {
        await setClosed(pool, workspaceId, id, path === 'close');
        announce(id);
        return getConversation(pool, workspaceId, id);
      },
    );

  return [
    ...fileRoutes(deps),
    endpoint(
      {
        ...reads,
        path: '/api/v1/conversation-counts',
        summary: 'How many wait, are yours, or are with the agent; 100 at most',
        answer: conversationCountsSchema,
      },
      ({ actor }) => countConversations(pool, actor),
    ),

    endpoint(
      {
        ...reads,
        path: '/api/v1/events',
        summary: 'Follow which conversations change, as an event stream: `changed { conversationId? }`',
        alsoAnswers: ['text/event-stream'],
        errors: ['invalid'],
      },
      async ({ actor, context }) => {
        if (!context.req.header('accept')?.includes('text/event-stream'))
          throw new AppError('invalid', {
            publicMessage: 'This is an event stream. Ask for it with Accept: text/event-stream.',
          });
        const { stream, answer } = openEventStream(context, heartbeat);
        feed.add(actor.workspaceId, stream);
        return answer;
      },
    ),

    closing('close', 'Close a conversation; a new message of the visitor opens it again'),
    closing('reopen', 'Open a conversation again'),

    endpoint(
      {
        ...changes,
        method: 'put',
        path: '/api/v1/conversations/{id}/assignee',
        summary: 'Give a conversation to a teammate, or to nobody',
        body: assigneeSchema,
        answer: conversationDetailSchema,
      },
      async ({ actor: { workspaceId }, params: { id }, body }) => {
        await setAssignee(pool, workspaceId, id, body.userId);
        announce(id);
        return getConversation(pool, workspaceId, id);
      },
    ),

    endpoint(
      {
        ...reads,
        path: '/api/v1/conversations/{id}/notes',
        summary: 'List the notes of the team beside a conversation, newest first',
        params,
        query: pageQuery,
        answer: pageOf(noteSchema),
      },
      async ({ actor, params: { id }, query }) => {
        await requireConversation(pool, actor.workspaceId, id);
        return listNotes(pool, id, query);
      },
    ),

    endpoint(
      {
        ...changes,
        method: 'post',
        path: '/api/v1/conversations/{id}/notes',
        summary: 'Write a note that only the team sees',
        body: newNoteSchema,
        status: 201,
        answer: noteSchema,
      },
      async ({ actor, params: { id }, body }) => {
        const note = await addNote(pool, actor.workspaceId, id, { ...body, name: actor.name });
        announce(id);
        return note;
      },
    ),
  ];
}
