import type { Pool, PoolClient } from 'pg';
import type { Erased, PersonQuery } from '../../contract/privacy/person.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { eraseVisitors } from './erase-visitors.ts';
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
  return inTransaction(pool, async (client) => {
    const { conversationIds, visitors } = await eraseVisitors(client, workspaceId, found.visitorIds);
    await eraseElsewhere(client, workspaceId, found);
    return { conversationIds, erased: { visitors, conversations: conversationIds.length } };
  });
}

/** What is nobody's as a visitor. */
async function eraseElsewhere(
  client: PoolClient,
  workspaceId: string,
  { email, phone }: FoundPerson,
): Promise<void> {
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
