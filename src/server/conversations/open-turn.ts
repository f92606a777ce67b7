import type { PoolClient } from 'pg';
import { newId } from '../platform/ids.ts';
import type { OpenTurn } from './events.ts';
import { LEASE_SECONDS } from './lease.ts';

// As a visitor's message does, without one: what ran before is over, and this turn answers.
const OPEN = `
with conversation as (
  update conversations set fence = fence + 1, last_at = now() where id = $1 and auto_reply = 'on'
  returning id, workspace_id, agent_id, visitor_id, fence
), superseded as (
  update turns set state = 'superseded', ended_at = now()
  from conversation where turns.conversation_id = conversation.id and turns.state = 'running'
)
insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until)
select $2, workspace_id, id, fence, 'running', $3, now() + interval '${LEASE_SECONDS} seconds' from conversation
returning workspace_id, conversation_id, fence,
  (select agent_id from conversation) as agent_id, (select visitor_id from conversation) as visitor_id`;

interface Row {
  workspace_id: string;
  conversation_id: string;
  fence: number;
  agent_id: string;
  visitor_id: string;
}

/** Opens a turn for something that is no message, in the transaction of that. @returns null when the agent is muted */
export async function openTurn(
  client: PoolClient,
  conversationId: string,
  owner: string,
): Promise<OpenTurn | null> {
  const id = newId();
  const { rows } = await client.query<Row>({
    name: 'open-turn',
    text: OPEN,
    values: [conversationId, id, owner],
  });
  const row = rows[0];
  return row
    ? {
        id,
        workspaceId: row.workspace_id,
        conversationId,
        agentId: row.agent_id,
        visitorId: row.visitor_id,
        fence: row.fence,
        attempt: 1,
        delayMs: 0,
      }
    : null;
}
