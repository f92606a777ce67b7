import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { EventStream } from '../../platform/http/event-stream.ts';
import type { VisitorActor } from '../../workspace/actors.ts';
import type { Live } from '../sync/live.ts';

/** The fence of a conversation that is no more: no turn holds one like it, and none can be raised above it. */
const ERASED = 2_147_483_647;

/** Ends the turns and streams of a conversation that is no more, in every process. */
export function publishErasure(live: Live, conversationId: string): void {
  live.publish(conversationId, { type: 'fence', fence: ERASED });
}

/**
 * Ends a reader's stream together with its conversation: there is nothing left to wait for. And whenever it has to be asked
 * anew whether the reader may go on: they come back by themselves, with their token.
 */
export function endWhenErased(
  live: Live,
  { conversationId, provedForMs }: VisitorActor,
  { context, stream }: { context: Context; stream: EventStream },
): void {
  const unsubscribe = live.subscribe(conversationId, (message) => {
    const isErased = message.type === 'fence' && message.fence === ERASED;
    if (isErased || message.type === 'sessions-changed') stream.end();
  });
  const response = (context.env as HttpBindings).outgoing as ServerResponse;
  response.once('close', unsubscribe);
  if (provedForMs === undefined) return;
  const timer = setTimeout(() => stream.end(), provedForMs);
  response.once('close', () => clearTimeout(timer));
}
