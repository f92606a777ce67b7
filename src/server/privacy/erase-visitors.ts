import type { PoolClient } from 'pg';
import { forgetRuns } from '../platform/engine/forget-runs.ts';

interface ErasedVisitors {
  /** The conversations that are no more. */
  conversationIds: string[];
  visitors: number;
}

/**
 * Deletes visitors with all that they said and left, and what was kept of it where it does not go with them; their names stay in
 * `erasures`.
 */
export async function eraseVisitors(
  client: PoolClient,
  workspaceId: string,
  visitorIds: string[],
): Promise<ErasedVisitors> {
  // As every other statement locks them first.
  const { rows: conversations } = await client.query<{ id: string }>(
    'select id from conversations where workspace_id = $1 and visitor_id = any($2) order by id for update',
    [workspaceId, visitorIds],
  );
  const conversationIds = conversations.map(({ id }) => id);
  const { rows: deliveries } = await client.query<{ id: string }>(
    'select id from webhook_deliveries where conversation_id = any($1)',
    [conversationIds],
  );
  await forgetRuns(
    client,
    deliveries.map(({ id }) => id),
  );
  await client.query(
    `delete from booking_reports using bookings
     where bookings.workspace_id = $1 and bookings.conversation_id = any($2) and booking_reports.workspace_id = $1
       and bookings.uid in (booking_reports.report ->> 'uri', booking_reports.report ->> 'replacesUri')`,
    [workspaceId, conversationIds],
  );
  await client.query(
    `insert into erasures (workspace_id, kind, id) select $1, 'visitor', unnest($2::text[]) on conflict do nothing`,
    [workspaceId, visitorIds],
  );
  // With them go their sessions and conversations, and with those the entries, turns, leads and calls.
  const { rowCount } = await client.query('delete from visitors where workspace_id = $1 and id = any($2)', [
    workspaceId,
    visitorIds,
  ]);
  return { conversationIds, visitors: rowCount ?? 0 };
}
