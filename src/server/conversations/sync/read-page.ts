import type { Pool } from 'pg';
import type { PageInfo } from '../../../contract/widget/session.ts';

/** The page that the visitor was on last, as far as their browser told. */
export async function readPage(pool: Pool, conversationId: string): Promise<PageInfo | null> {
  const { rows } = await pool.query<{ page: PageInfo | null }>({
    name: 'page-of-conversation',
    text: 'select page from conversations where id = $1',
    values: [conversationId],
  });
  return rows[0]?.page ?? null;
}
