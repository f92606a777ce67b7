import type { Pool } from 'pg';
import type { OpenTurn } from './events.ts';
import { LEASE_SECONDS } from './lease.ts';

const CLAIM_BATCH = 20;

/** Says that this process is alive and at work on these turns. @returns those that are still its own */
export async function renewLeases(pool: Pool, owner: string, turnIds: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'renew-leases',
    text: `update turns set lease_until = now() + interval '${LEASE_SECONDS} seconds'
      where id = any($2) and owner = $1 and state = 'running' returning id`,
    values: [owner, turnIds],
  });
  return rows.map(({ id }) => id);
}

/** The turn's text lost the race: a newer message, a mute or a teammate came first. @returns whether it was still open */
export async function endLostTurn(
  pool: Pool,
  { id, fence }: Pick<OpenTurn, 'id' | 'fence'>,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'end-lost-turn',
    // With its fence: another process may have taken the same turn over, and is at work on it.
    text: `update turns set state = 'superseded', ended_at = now() where id = $1 and fence = $2 and state = 'running'`,
    values: [id, fence],
  });
  return rowCount === 1;
}

/** Gives up the turns of a process that stops in good order, so that another takes them at once. */
export async function releaseTurns(pool: Pool, owner: string): Promise<void> {
  await pool.query(`update turns set lease_until = now() where owner = $1 and state = 'running'`, [owner]);
}

// Only a turn that still holds its conversation's fence is owed an answer; one that a newer message, a mute or a reply
// overtook is over. The locks are taken conversation first, as every other statement takes them, and nobody is waited
// for. The fence is raised, so that a process that was only asleep and wakes up can write nothing any more.
const CLAIM = `
with stale as (
  select turns.id, turns.conversation_id,
    turns.fence = conversations.fence and conversations.auto_reply = 'on' as owed
  from conversations join turns on turns.conversation_id = conversations.id
  where turns.state = 'running' and turns.lease_until < now()
  order by turns.lease_until limit ${CLAIM_BATCH} for update of conversations, turns skip locked
), overtaken as (
  update turns set state = 'superseded', ended_at = now() from stale where turns.id = stale.id and not stale.owed
), conversation as (
  update conversations set fence = fence + 1 from stale where conversations.id = stale.conversation_id and stale.owed
  returning conversations.id, conversations.fence, conversations.agent_id, conversations.visitor_id
)
update turns set
  owner = $1, lease_until = now() + interval '${LEASE_SECONDS} seconds', attempt = attempt + 1,
  fence = conversation.fence
from conversation, stale
where turns.id = stale.id and stale.owed and conversation.id = stale.conversation_id
returning turns.id, turns.workspace_id, turns.conversation_id, turns.fence, turns.attempt,
  conversation.agent_id, conversation.visitor_id`;

interface ClaimedRow {
  id: string;
  workspace_id: string;
  conversation_id: string;
  agent_id: string;
  visitor_id: string;
  fence: number;
  attempt: number;
}

/** Takes over turns whose process has died, or has not been heard of for the time of a lease. */
export async function claimStaleTurns(pool: Pool, owner: string): Promise<OpenTurn[]> {
  const { rows } = await pool.query<ClaimedRow>({ name: 'claim-stale-turns', text: CLAIM, values: [owner] });
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    conversationId: row.conversation_id,
    agentId: row.agent_id,
    visitorId: row.visitor_id,
    fence: row.fence,
    attempt: row.attempt,
    delayMs: 0,
  }));
}
