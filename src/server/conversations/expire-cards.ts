import type { PoolClient } from 'pg';
import type { Entry } from '../../contract/entry.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';

const EXPIRE = `
with expired as (
  select id, row_number() over (order by seq) as place from entries
  where conversation_id = $1 and id = any($2) and card ->> 'state' = 'offered'
), conversation as (
  update conversations set last_cursor = last_cursor + (select count(*) from expired) where id = $1
  returning last_cursor - (select count(*) from expired) as base
)
update entries set cursor = (conversation.base + expired.place)::int, card = jsonb_set(card, '{state}', '"expired"')
from expired, conversation where entries.id = expired.id
returning ${entryColumns('entries')}`;

/** Closes cards that have been overtaken, in the transaction of what overtook them. */
export async function expireCards(
  client: PoolClient,
  conversationId: string,
  entryIds: string[],
): Promise<Entry[]> {
  if (entryIds.length === 0) return [];
  const { rows } = await client.query<EntryRow>({
    name: 'expire-cards',
    text: EXPIRE,
    values: [conversationId, entryIds],
  });
  return rows.map(toEntry).sort((a, b) => a.seq - b.seq);
}
