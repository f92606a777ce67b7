import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { z } from 'zod';
import { clientIdSchema, newMessageSchema } from '../../../contract/conversation.ts';
import type { Entry } from '../../../contract/entry.ts';
import { cardOpSchema, entrySchema } from '../../../contract/entry-schema.ts';
import { AppError } from '../../platform/errors.ts';
import { openEventStream } from '../../platform/http/event-stream.ts';
import { endpoint, type VisitorActor } from '../../workspace/actors.ts';
import { announceMessage } from '../announce-message.ts';
import { type AppendedMessage, appendVisitorMessage } from '../append-visitor-message.ts';
import { finishStep } from '../cards/finish-step.ts';
import type { ConversationDeps } from '../deps.ts';
import { findRunningTurn } from '../sync/conversation-state.ts';
import { ENTRIES_PER_PAGE, listEntriesAfter } from '../sync/list-entries.ts';
import { streamConversation } from '../sync/stream-conversation.ts';
import { useCard } from '../use-card.ts';
import { endWhenErased, publishErasure } from './end-when-erased.ts';

const CURSOR_MAX = 2_147_483_647;
const common = { access: 'visitor', tag: 'Visitor' } as const;

export function visitorRoutes(deps: ConversationDeps) {
  const { pool, live, events, owner, log, limits, heartbeat } = deps;
  const onError = (error: unknown) => log.warn({ err: error }, 'a live stream could not be filled');

  /** The reader is subscribed before the message is announced, so that nothing of its turn is missed. */
  const streamTurn = async (
    context: Context,
    { conversationId }: VisitorActor,
    entry: Entry,
    opened: AppendedMessage['opened'],
  ): Promise<Response> => {
    const turn = opened ? opened.turn : await findRunningTurn(pool, conversationId);
    const { stream, answer } = openEventStream(context, heartbeat);
    const after = Number(entry.cursor) - 1;
    const isCurrent = Boolean(opened?.turn);
    // With no turn to wait for there is none of this name: the stream ends once the entry is sent.
    const untilTurn = turn ?? { id: 'none', fence: 0 };
    streamConversation({ pool, live, stream, conversationId, after, isCurrent, untilTurn, onError });
    return answer;
  };

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
        const { entry, opened } = await appendVisitorMessage(pool, actor, { ...body, conversationId, owner });
        const answer = wantsEvents(context) ? await streamTurn(context, actor, entry, opened) : null;
        if (opened) announceMessage(deps, entry, opened);
        return answer ?? { conversationId, entry };
      },
    ),

    endpoint(
      {
        ...common,
        method: 'get',
        path: '/widget/v1/events',
        summary:
          'Entries after a cursor (or Last-Event-ID) and what happens from then on; with Accept: application/json one page',
        query: z.object({ after: z.coerce.number().int().min(0).max(CURSOR_MAX).optional() }),
        answer: z.object({ items: z.array(entrySchema), nextCursor: z.string().nullable() }),
        alsoAnswers: ['text/event-stream'],
        errors: ['rate_limited'],
      },
      async ({ actor, query, context }) => {
        const { conversationId } = actor;
        const after = Math.max(query.after ?? 0, readLastEventId(context));
        if (wantsPage(context)) {
          const items = await listEntriesAfter(pool, conversationId, after);
          return {
            items,
            nextCursor: items.length === ENTRIES_PER_PAGE ? (items.at(-1)?.cursor ?? null) : null,
          };
        }
        await limits.stream(actor);
        const { stream, answer } = openEventStream(context, heartbeat);
        endWhenErased(live, actor, { context, stream });
        streamConversation({ pool, live, stream, conversationId, after, onError });
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
        const { entry, changed, turn, step } = await useCard(deps, actor, params.entryId, body);
        if (turn) announceMessage(deps, entry, { fence: turn.fence, turn });
        else if (changed) live.publishEntries(entry.conversationId, [entry]);
        if (!step) return refuseExpired(entry, changed);
        const finished = await finishStep(deps, actor, params.entryId, step);
        if (finished.changed) live.publishEntries(entry.conversationId, [finished.entry]);
        return finished.entry;
      },
    ),

    endpoint(
      {
        ...common,
        method: 'delete',
        path: '/widget/v1/me',
        summary: 'Erase the visitor: what they said and left, and their sessions',
        status: 204,
      },
      async ({ actor }) => {
        for (const id of await deps.eraseVisitor(pool, actor)) publishErasure(live, id);
        events.emit('data-erased', { workspaceId: actor.workspaceId });
      },
    ),
  ];
}

/** Too late, or overtaken: the card says so from now on, and so does the answer. */
function refuseExpired(entry: Entry, changed: boolean): Entry {
  if (changed && entry.card?.state === 'expired')
    throw new AppError('card_closed', {
      publicMessage: 'This can no longer be used. Nothing was sent.',
    });
  return entry;
}

function wantsEvents(context: Context): boolean {
  return (context.req.header('accept') ?? '').includes('text/event-stream');
}

/** Whoever says nothing, or that anything will do, gets the stream. */
function wantsPage(context: Context): boolean {
  const supports = ['text/event-stream', 'application/json'];
  const preferred = accepts(context, { header: 'Accept', supports, default: 'text/event-stream' });
  return preferred === 'application/json';
}

/** The cursor that an `EventSource` comes back with. 0: none, or not one of ours. */
function readLastEventId(context: Context): number {
  const id = context.req.header('last-event-id') ?? '';
  return /^\d{1,10}$/.test(id) && Number(id) <= CURSOR_MAX ? Number(id) : 0;
}
