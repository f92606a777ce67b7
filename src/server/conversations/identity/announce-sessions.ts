import type { ConversationDeps } from '../deps.ts';

/** Ends the streams of these visitors: those whose session is still taken come back by themselves, the others do not. */
export async function announceSessions(
  { pool, live }: Pick<ConversationDeps, 'pool' | 'live'>,
  visitorIds: string[],
): Promise<void> {
  if (visitorIds.length === 0) return;
  const { rows } = await pool.query<{ id: string }>({
    name: 'conversations-of-visitors',
    text: 'select id from conversations where visitor_id = any($1)',
    values: [visitorIds],
  });
  for (const { id } of rows) live.publish(id, { type: 'sessions-changed' });
}
