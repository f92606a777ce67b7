import { hashToken } from '../../platform/ids.ts';
import type { ConversationDeps } from '../deps.ts';
import { announceSessions } from './announce-sessions.ts';

/**
 * Ends a session: its token is taken no more, and what it was reading ends.
 * `unlessOf`: ends it only when its visitor was verified, as another one than this. Null: ends nothing.
 */
export async function endSession(
  deps: Pick<ConversationDeps, 'pool' | 'live'>,
  token: string,
  { unlessOf }: { unlessOf?: string | null } = {},
): Promise<void> {
  if (unlessOf === null) return;
  const { rows } = await deps.pool.query<{ visitor_id: string }>({
    name: 'end-session',
    text: `delete from visitor_sessions session using visitors visitor
      where session.token_hash = $1 and visitor.id = session.visitor_id
        and ($2::text is null or visitor.sub <> $2)
      returning session.visitor_id`,
    values: [hashToken(token), unlessOf ?? null],
  });
  await announceSessions(
    deps,
    rows.map(({ visitor_id }) => visitor_id),
  );
}
