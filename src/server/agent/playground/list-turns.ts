import type { Pool } from 'pg';
import { type PlaygroundTurn, turnTraceSchema } from '../../../contract/playground.ts';
import { CALL_COLUMNS, type CallRow, toCall } from '../../ledger/call-row.ts';
import { notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';

type Row = Omit<PlaygroundTurn, 'calls'>;

/** The turns of a conversation in the playground, the newest first. @throws AppError `not_found`, also for any other conversation */
export async function listTurns(
  pool: Pool,
  workspaceId: string,
  conversationId: string,
  page: PageQuery,
): Promise<{ items: PlaygroundTurn[]; nextCursor: string | null }> {
  const known = await pool.query(
    `select from conversations where workspace_id = $1 and id = $2 and channel = 'playground'`,
    [workspaceId, conversationId],
  );
  if (!known.rowCount) throw notFound('conversation in the playground');
  const { rows } = await pool.query<Row>(
    `select turns.id, turns.state, turns.error, traces.trace, (
        select text from entries
        where conversation_id = $2 and author_type = 'visitor' and text is not null and created_at <= turns.created_at
        order by seq desc limit 1
      ) as asked, (
        select coalesce(jsonb_agg(
          jsonb_build_object('id', entries.id, 'text', entries.text, 'cardKind', entries.card ->> 'kind') order by seq
        ), '[]') from entries where turn_id = turns.id
      ) as entries
      from turns left join turn_traces traces on traces.turn_id = turns.id
      where turns.workspace_id = $1 and turns.conversation_id = $2 and ($3::text is null or turns.id < $3)
      order by turns.id desc limit $4`,
    [workspaceId, conversationId, readCursor(page.cursor, idCursor)?.[0] ?? null, page.limit + 1],
  );
  const { items, nextCursor } = toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    // What a version before has kept says less; it is gone in a day.
    ({ trace, ...row }) => ({ ...row, trace: turnTraceSchema.safeParse(trace).data ?? null }),
  );
  const calls = await pool.query<CallRow>(
    `select ${CALL_COLUMNS} from calls where workspace_id = $1 and turn_id = any($2) order by id`,
    [workspaceId, items.map(({ id }) => id)],
  );
  const callsOf = Map.groupBy(calls.rows, (call) => call.turn_id);
  return {
    items: items.map((row) => ({ ...row, calls: (callsOf.get(row.id) ?? []).map(toCall) })),
    nextCursor,
  };
}
