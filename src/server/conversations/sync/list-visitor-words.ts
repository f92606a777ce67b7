import type { Pool } from 'pg';
import type { Entry } from '../../../contract/entry.ts';
import { type EntryRow, entryColumns, toEntry } from '../entry-row.ts';

const MOST = 200;

/** What the visitor wrote before a place in the timeline, oldest first: the latest of it, where it is a lot. */
export async function listVisitorWords(
  pool: Pool,
  conversationId: string,
  beforeSeq: number,
): Promise<Entry[]> {
  const { rows } = await pool.query<EntryRow>({
    name: 'visitor-words',
    text: `select ${entryColumns('entries')} from entries
      where conversation_id = $1 and seq < $2 and author_type = 'visitor' and text is not null
      order by seq desc limit $3`,
    values: [conversationId, beforeSeq, MOST],
  });
  return rows.reverse().map(toEntry);
}
