import type { PoolClient } from 'pg';
import type { Entry } from '../../contract/entry.ts';
import { type EntryRow, entryColumns, toEntry } from './entry-row.ts';

/** Which cards: those of these actions, and of these kinds, that are still open. */
export interface CardSelection {
  actionIds: string[];
  kinds: string[];
  /** Conversations at a time. */
  limit: number;
}

// Whoever uses a card holds its conversation: they come before this, or find the card closed.
const LOCK = `
select id from conversations where id in (
  select conversation_id from entries
  where action_id = any($1) and card ->> 'state' in ('offered', 'opened') and card ->> 'kind' = any($2)
  limit $3
) order by id for update`;

const CLOSE = `
with open as (
  select id, conversation_id, row_number() over (partition by conversation_id order by seq) as place
  from entries
  where conversation_id = any($3) and action_id = any($1)
    and card ->> 'state' in ('offered', 'opened') and card ->> 'kind' = any($2)
), raised as (
  update conversations set last_cursor = last_cursor + counts.number
  from (select conversation_id, count(*)::int as number from open group by 1) as counts
  where conversations.id = counts.conversation_id
  returning conversations.id, last_cursor - counts.number as base
)
update entries set cursor = (raised.base + open.place)::int, card = jsonb_set(card, '{state}', '"expired"')
from open join raised on raised.id = open.conversation_id
where entries.id = open.id
returning ${entryColumns('entries')}`;

/** Closes cards that wait for visitors, some conversations at a time. @returns them as they are then; none: there are no more */
export async function closeCards(
  client: PoolClient,
  { actionIds, kinds, limit }: CardSelection,
): Promise<Entry[]> {
  const { rows: held } = await client.query<{ id: string }>(LOCK, [actionIds, kinds, limit]);
  if (held.length === 0) return [];
  const { rows } = await client.query<EntryRow>(CLOSE, [actionIds, kinds, held.map(({ id }) => id)]);
  return rows.map(toEntry);
}
