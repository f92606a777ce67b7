import type { Context } from 'hono';
import type { Pool } from 'pg';
import { AppError } from '../../platform/errors.ts';
import { readBearer } from '../../platform/http/read-bearer.ts';
import { hashToken } from '../../platform/ids.ts';
import type { VisitorActor } from '../../workspace/actors.ts';
import { LIVE_SESSION } from '../identity/live-session.ts';

interface Row {
  workspace_id: string;
  agent_id: string;
  visitor_id: string;
  conversation_id: string;
  proved_for_ms: string | null;
}

/** Checks `Authorization: Bearer <visitor token>`. @throws AppError `missing_credential` or `invalid_credential` */
export function visitorAuthenticator(pool: Pool): (context: Context) => Promise<VisitorActor> {
  return async (context) => {
    const { rows } = await pool.query<Row>({
      name: 'visitor-by-token',
      text: `select session.workspace_id, session.agent_id, session.visitor_id, conversation.id as conversation_id,
          extract(epoch from session.verified_until - now()) * 1000 as proved_for_ms
        from visitor_sessions session
        join visitors visitor on visitor.id = session.visitor_id
        join agents on agents.id = session.agent_id and agents.deleted_at is null
        cross join lateral (
          select id from conversations where visitor_id = session.visitor_id order by created_at desc limit 1
        ) conversation
        where session.token_hash = $1 and ${LIVE_SESSION}`,
      values: [hashToken(readBearer(context))],
    });
    const row = rows[0];
    if (!row)
      throw new AppError('invalid_credential', { publicMessage: 'This session is over. Start a new one.' });
    return {
      workspaceId: row.workspace_id,
      agentId: row.agent_id,
      visitorId: row.visitor_id,
      conversationId: row.conversation_id,
      ...(Number(row.proved_for_ms) > 0 ? { provedForMs: Number(row.proved_for_ms) } : {}),
    };
  };
}
