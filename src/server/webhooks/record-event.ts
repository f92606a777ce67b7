import type { PoolClient } from 'pg';
import type { EventType } from '../../contract/operation/webhook.ts';

export interface HappenedEvent {
  workspaceId: string;
  type: EventType;
  /** Names what happened, to what: the same one again is not recorded twice. */
  id: string;
  /** The event is erased with it. */
  conversationId: string | null;
  data: Record<string, unknown>;
}

/** Records an event for the webhooks that asked for it, in the transaction of what happened. */
export async function recordEvent(client: PoolClient, event: HappenedEvent): Promise<void> {
  await client.query({
    name: 'record-event',
    text: 'select record_event($1, $2, $3, $4, $5)',
    values: [event.workspaceId, event.type, event.id, event.conversationId, event.data],
  });
}
