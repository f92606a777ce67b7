import type { Pool, PoolClient } from 'pg';
import type { Erased, PersonQuery } from '../../contract/privacy/person.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { forgetRuns } from '../platform/engine/forget-runs.ts';
import { type FoundPerson, findPerson } from './find-person.ts';

interface Gone {
  /** The conversations that are no more. */
  conversationIds: string[];
  erased: Erased;
}

/**
 * Deletes all that is stored about somebody: whoever they were as a visitor, and what was kept of it elsewhere. Only the names of the
 * rows stay, so that a backup does not bring them back. @throws AppError `not_found`
 */
export async function erasePerson(pool: Pool, workspaceId: string, person: PersonQuery): Promise<Gone> {
  const found = await findPerson(pool, workspaceId, person);
  const { visitorIds } = found;
  return inTransaction(pool, async (client) => {
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
    await eraseElsewhere(client, workspaceId, found, conversationIds);
    const { rowCount } = await client.query('delete from visitors where workspace_id = $1 and id = any($2)', [
      workspaceId,
      visitorIds,
    ]);
    return { conversationIds, erased: { visitors: rowCount ?? 0, conversations: conversationIds.length } };
  });
}

/** What does not go with the visitor by itself. */
async function eraseElsewhere(
  client: PoolClient,
  workspaceId: string,
  { visitorIds, email, phone }: FoundPerson,
  conversationIds: string[],
): Promise<void> {
  await client.query(
    `insert into erasures (workspace_id, kind, id) select $1, 'visitor', unnest($2::text[]) on conflict do nothing`,
    [workspaceId, visitorIds],
  );
  await client.query(
    `delete from booking_reports using bookings
     where bookings.workspace_id = $1 and bookings.conversation_id = any($2) and booking_reports.workspace_id = $1
       and bookings.uid in (booking_reports.report ->> 'uri', booking_reports.report ->> 'replacesUri')`,
    [workspaceId, conversationIds],
  );
  // The owner's own tests, which are nobody's conversation.
  await client.query(
    `with named as (
       update calls set request = null, response = null, result = null, card = null, inputs = '{}', has_payload = false
       where workspace_id = $1 and visitor_id is null and exists (
         select from jsonb_each(inputs) field where lower(field.value ->> 'value') = $2
           or regexp_replace(field.value ->> 'value', '[^0-9+]', '', 'g') = $3)
       returning id)
     insert into erasures (workspace_id, kind, id) select $1, 'call', id from named on conflict do nothing`,
    [workspaceId, email, phone],
  );
  // They are sealed, so nobody can tell whom they are about. That a key was used stays.
  await client.query('update idempotency_keys set body = null where scope = $1 and body is not null', [
    workspaceId,
  ]);
}
