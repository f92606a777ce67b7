import type { Pool } from 'pg';
import type { Call, CallState } from '../../../contract/call.ts';
import { notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { CALL_COLUMNS, type CallRow, toCall } from '../call-row.ts';

/** The latest of a conversation that a turn is told of. */
const CALLS_OF_A_TURN = 40;

export interface CallFilter {
  state?: CallState | undefined;
  actionId?: string | undefined;
  conversationId?: string | undefined;
}

/** The newest first. */
export async function listCalls(
  pool: Pool,
  workspaceId: string,
  { state, actionId, conversationId, ...page }: PageQuery & CallFilter,
) {
  const { rows } = await pool.query<CallRow>(
    `select ${CALL_COLUMNS} from calls
     where workspace_id = $1 and ($2::text is null or id < $2) and ($3::text is null or state = $3)
       and ($4::text is null or action_id = $4) and ($5::text is null or conversation_id = $5)
     order by id desc limit $6`,
    [
      workspaceId,
      readCursor(page.cursor, idCursor)?.[0] ?? null,
      state ?? null,
      actionId ?? null,
      conversationId ?? null,
      page.limit + 1,
    ],
  );
  return toPage(rows, page.limit, (row) => [row.id], toCall);
}

/** @throws AppError `not_found` */
export async function getCall(pool: Pool, workspaceId: string, id: string): Promise<Call> {
  const { rows } = await pool.query<CallRow>(
    `select ${CALL_COLUMNS} from calls where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound('call');
  return toCall(rows[0]);
}

/** What was done, or is on its way, in a conversation: oldest first. */
export async function listConversationCalls(pool: Pool, conversationId: string): Promise<CallRow[]> {
  const { rows } = await pool.query<CallRow>({
    name: 'calls-of-conversation',
    text: `select ${CALL_COLUMNS} from calls where conversation_id = $1 order by id desc limit ${CALLS_OF_A_TURN}`,
    values: [conversationId],
  });
  return rows.reverse();
}
