import type { Pool } from 'pg';
import { LEASE_SECONDS } from './append-visitor-message.ts';
import type { OpenTurn } from './events.ts';

const CLAIM_BATCH = 20;

/** Says that this process is alive and at work on these turns. */
export async function renewLeases(pool: Pool, turnIds: string[]): Promise<void> {
  await pool.query({
    name: 'renew-leases',
    text: `update turns set lease_until = now() + interval '${LEASE_SECONDS} seconds'
      where id = any($1) and state = 'running'`,
    values: [turnIds],
  });
}

/** The turn's text lost the race: a newer message, a mute or a teammate came first. */
export async function endLostTurn(pool: Pool, { id, fence }: Pick<OpenTurn, 'id' | 'fence'>): Promise<void> {
  await pool.query({
    name: 'end-lost-turn',
    // With its fence: another process may have taken the same turn over, and is at work on it.
    text: `update turns set state = 'superseded', ended_at = now() where id = $1 and fence = $2 and state = 'running'`,
    values: [id, fence],
  });
}

/** Gives up the turns of a process that stops in good order, so that another takes them at once. */
export async function releaseTurns(pool: Pool, owner: string): Promise<void> {
  await pool.query(`update turns set lease_until = now() where owner = $1 and state = 'running'`, [owner]);
}

// Only the newest running turn of a conversation is worth taking: it answers all that is open. The fence is
// raised, so that a process that was only asleep and wakes up can write nothing any more.
const CLAIM = `
with stale as (
  select id, conversation_id from turns
  where state = 'running' and lease_until < now()
  order by lease_until limit ${CLAIM_BATCH} for update skip locked
), newest as (
  select distinct on (conversation_id) id, conversation_id from stale order by conversation_id, id desc
), older as (
  update turns set state = 'superseded', ended_at = now()
  from stale where turns.id = stale.id and turns.id not in (select id from newest)
), conversation as (
  update conversations set fence = fence + 1 from newest where conversations.id = newest.conversation_id
  returning conversations.id, conversations.fence, conversations.agent_id, conversations.visitor_id
)
update turns set
  owner = $1, lease_until = now() + interval '${LEASE_SECONDS} seconds', attempt = attempt + 1,
  fence = conversation.fence
from conversation, newest
where turns.id = newest.id and conversation.id = newest.conversation_id
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
