import type { Context } from 'hono';
import { z } from 'zod';
import { clientIdSchema, newMessageSchema } from '../../../contract/conversation.ts';
import { cardOpSchema, entrySchema } from '../../../contract/entry-schema.ts';
import { openEventStream } from '../../platform/http/event-stream.ts';
import { endpoint } from '../../workspace/actors.ts';
import { appendVisitorMessage } from '../append-visitor-message.ts';
import type { ConversationDeps } from '../deps.ts';
import { readConversationState } from '../sync/conversation-state.ts';
import { ENTRIES_PER_PAGE, listEntriesAfter } from '../sync/list-entries.ts';
import { streamConversation } from '../sync/stream-conversation.ts';
import { useCard } from '../use-card.ts';

const common = { access: 'visitor', tag: 'Visitor' } as const;

export function visitorRoutes(deps: ConversationDeps) {
  const { pool, live, events, owner, log, limits, heartbeat } = deps;
  const onError = (error: unknown) => log.warn({ err: error }, 'a live stream could not be filled');

  return [
    endpoint(
      {
        ...common,
        method: 'post',
        path: '/widget/v1/messages',
        summary:
          'Send a message; with Accept: text/event-stream the answer goes on with the turn and ends with it',
        body: newMessageSchema,
        answer: z.object({ conversationId: z.string(), entry: entrySchema }),
        alsoAnswers: ['text/event-stream'],
        errors: ['rate_limited'],
      },
      async ({ actor, body, context }) => {
        await limits.message(context, actor);
        const { conversationId } = actor;
        const appended = await appendVisitorMessage(pool, actor, { ...body, conversationId, owner });
        const { entry, turn, fence, repeated } = appended;
        // Whoever reads along must be subscribed before the turn can say anything.
        const streaming = wantsEvents(context) ? openEventStream(context, heartbeat) : null;
        const streamed = streaming
          ? streamConversation({
              ...{ pool, live, conversationId, onError },
              stream: streaming.stream,
              after: Number(entry.cursor) - 1,
              untilTurn: turn?.id ?? null,
            })
          : null;
        if (!repeated) {
          live.publish(conversationId, { type: 'fence', fence });
          live.publishEntries(conversationId, [entry]);
          if (turn) {
            live.publish(conversationId, { type: 'state', autoReply: 'on', typing: true });
            events.emit('turn-opened', turn);
          }
        }
        if (!streaming) return { conversationId, entry };
        streamed?.then(() => turn || streaming.stream.end()).catch(onError);
        return streaming.answer;
      },
    ),

    endpoint(
      {
        ...common,
        method: 'get',
        path: '/widget/v1/events',
        summary:
          'Entries after a cursor and what happens from then on; with Accept: application/json one page',
        query: z.object({ after: z.coerce.number().int().min(0).max(2_147_483_647).optional() }),
        answer: z.object({ items: z.array(entrySchema), nextCursor: z.string().nullable() }),
        alsoAnswers: ['text/event-stream'],
      },
      async ({ actor: { conversationId }, query, context }) => {
        const after = query.after ?? lastEventId(context) ?? 0;
        if (!wantsEvents(context)) {
          const items = await listEntriesAfter(pool, conversationId, after);
          return {
            items,
            nextCursor: items.length === ENTRIES_PER_PAGE ? (items.at(-1)?.cursor ?? null) : null,
          };
        }
        const state = await readConversationState(pool, conversationId);
        const { stream, answer } = openEventStream(context, heartbeat);
        stream.send('state', state);
        streamConversation({ pool, live, stream, conversationId, after, onError }).catch(onError);
        return answer;
      },
    ),

    endpoint(
      {
        ...common,
        method: 'post',
        path: '/widget/v1/cards/{entryId}',
        summary: 'Use a card',
        params: z.object({ entryId: z.string() }),
        body: z.object({
          clientId: clientIdSchema,
          op: cardOpSchema,
          values: z.record(z.string(), z.unknown()).default({}),
        }),
        answer: entrySchema,
        errors: ['card_closed', 'rate_limited'],
      },
      async ({ actor, params, body, context }) => {
        await limits.card(context, actor);
        const { entry, changed } = await useCard(deps, actor, params.entryId, body);
        if (changed) live.publishEntries(entry.conversationId, [entry]);
        return entry;
      },
    ),
  ];
}

function wantsEvents(context: Context): boolean {
  return (context.req.header('accept') ?? '').includes('text/event-stream');
}

/** What a browser's own EventSource sends when it reconnects. */
function lastEventId(context: Context): number | undefined {
  const id = context.req.header('last-event-id');
  return id !== undefined && /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}
