import type { Pool } from 'pg';
import { newId } from '../platform/ids.ts';

/** What one clean-up of a workspace removed. */
interface Purged {
  conversations: number;
  visitors: number;
  call_payloads: number;
  webhook_bodies: number;
}

interface Batch {
  workspace_id: string;
  /** Of a conversation, for those who follow it. */
  id: string | null;
}

const ROWS = 500;
/** In an hour no more gets old. */
const MAX_BATCHES = 1_000;

/** At most ${ROWS} rows of each workspace; a row that somebody holds is left for the next time. */
const ofEach = (table: string, columns: string, condition: string) => `workspaces cross join lateral (
  select ${columns} from ${table} old where old.workspace_id = workspaces.id and ${condition}
  limit ${ROWS} for update skip locked) named`;

const olderThan = (column: string, days: string) =>
  `old.${column} < now() - make_interval(days => workspaces.${days})`;

// Each statement names its rows by their workspace's own days, and their workspace once more where it writes.
const STEPS: Record<keyof Purged, string> = {
  // With them go their entries, turns, cards, leads, meetings and calls.
  conversations: `with old as materialized (select workspaces.id as workspace_id, named.id from
      ${ofEach('conversations', 'old.id', olderThan('last_at', 'conversation_days'))})
    delete from conversations using old where conversations.id = old.id and conversations.workspace_id = old.workspace_id
    returning conversations.workspace_id, conversations.id`,
  visitors: `with old as materialized (select workspaces.id as workspace_id, named.id from
      ${ofEach(
        'visitors',
        'old.id',
        `${olderThan('created_at', 'conversation_days')}
          and not exists (select from conversations where conversations.visitor_id = old.id)
          and not exists (select from visitor_sessions where visitor_sessions.visitor_id = old.id and expires_at > now())`,
      )})
    delete from visitors using old where visitors.id = old.id and visitors.workspace_id = old.workspace_id
    returning visitors.workspace_id, null as id`,
  call_payloads: `with old as materialized (select workspaces.id as workspace_id, named.id from
      ${ofEach('calls', 'old.id', `old.has_payload and ${olderThan('ended_at', 'call_payload_days')}`)})
    update calls set has_payload = false, request = null, response = null, result = null, card = null, inputs = '{}'
    from old where calls.id = old.id and calls.workspace_id = old.workspace_id
    returning calls.workspace_id, null as id`,
  webhook_bodies: `with old as materialized (select workspaces.id as workspace_id, named.id from
      ${ofEach(
        'webhook_deliveries',
        'old.id',
        `old.data is not null and old.state <> 'pending' and ${olderThan('happened_at', 'webhook_body_days')}`,
      )})
    update webhook_deliveries set data = null, attempts = (
      select coalesce(jsonb_agg(item || '{"response": null}'), '[]')
      from jsonb_array_elements(webhook_deliveries.attempts) as item)
    from old where webhook_deliveries.id = old.id and webhook_deliveries.workspace_id = old.workspace_id
    returning webhook_deliveries.workspace_id, null as id`,
};

/**
 * Removes what is older than its workspace keeps it, in batches, so that no statement holds many rows for long, and leaves a row
 * that proves it. @param onErased told of each conversation that is no more
 */
export async function purgeOldData(pool: Pool, onErased: (conversationId: string) => void): Promise<void> {
  const counts = new Map<string, Purged>();
  for (const [what, statement] of Object.entries(STEPS) as [keyof Purged, string][])
    for (let batch = 0; batch < MAX_BATCHES; batch++) {
      const { rows } = await pool.query<Batch>(statement);
      if (rows.length === 0) break;
      for (const { workspace_id: workspaceId, id } of rows) {
        countOne(counts, workspaceId, what);
        if (id !== null) onErased(id);
      }
    }
  await proveIt(pool, counts);
}

function countOne(counts: Map<string, Purged>, workspaceId: string, what: keyof Purged): void {
  const none = { conversations: 0, visitors: 0, call_payloads: 0, webhook_bodies: 0 };
  const purged = counts.get(workspaceId) ?? none;
  purged[what]++;
  counts.set(workspaceId, purged);
}

async function proveIt(pool: Pool, counts: Map<string, Purged>): Promise<void> {
  if (counts.size === 0) return;
  const proofs = [...counts].map(([workspaceId, purged]) => ({
    id: newId(),
    workspace_id: workspaceId,
    ...purged,
  }));
  await pool.query(
    `insert into purges (id, workspace_id, conversations, visitors, call_payloads, webhook_bodies)
     select id, workspace_id, conversations, visitors, call_payloads, webhook_bodies
     from jsonb_populate_recordset(null::purges, $1)`,
    [JSON.stringify(proofs)],
  );
}
