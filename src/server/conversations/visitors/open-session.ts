import type { Pool } from 'pg';
import type { PageInfo } from '../../../contract/widget/session.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';

/** A token that is not used for this long is no longer taken. */
const IDLE_DAYS = 30;

export interface OpenedSession {
  token: string;
  visitorId: string;
  conversationId: string;
}

interface SessionRequest {
  workspaceId: string;
  agentId: string;
  page: PageInfo | undefined;
}

/** Goes on with the session of a token. @returns null when the token is not (or no longer) one of this agent. */
export async function resumeSession(
  pool: Pool,
  token: string,
  { workspaceId, agentId, page }: SessionRequest,
): Promise<OpenedSession | null> {
  const { rows } = await pool.query<{ visitor_id: string; conversation_id: string }>({
    name: 'resume-session',
    text: `with session as (
        update visitor_sessions set expires_at = now() + interval '${IDLE_DAYS} days'
        where token_hash = $1 and workspace_id = $2 and agent_id = $3 and expires_at > now()
        returning visitor_id
      )
      update conversations set page = coalesce($4, page) from session
      where conversations.id = (
        select id from conversations where visitor_id = session.visitor_id order by created_at desc limit 1)
      returning session.visitor_id, conversations.id as conversation_id`,
    values: [hashToken(token), workspaceId, agentId, page ?? null],
  });
  const row = rows[0];
  return row ? { token, visitorId: row.visitor_id, conversationId: row.conversation_id } : null;
}

/** A new visitor, with a token that only they get to know, and an empty conversation. */
export async function startSession(
  pool: Pool,
  { workspaceId, agentId, page }: SessionRequest,
): Promise<OpenedSession> {
  const session = { token: newToken(), visitorId: newId(), conversationId: newId() };
  await pool.query({
    name: 'start-session',
    text: `with visitor as (
        insert into visitors (id, workspace_id, agent_id) values ($1, $2, $3) returning id
      ), session as (
        insert into visitor_sessions (token_hash, workspace_id, agent_id, visitor_id, expires_at)
        select $4, $2, $3, id, now() + interval '${IDLE_DAYS} days' from visitor
      )
      insert into conversations (id, workspace_id, agent_id, visitor_id, page)
      select $5, $2, $3, id, $6 from visitor`,
    values: [
      session.visitorId,
      workspaceId,
      agentId,
      hashToken(session.token),
      session.conversationId,
      page ?? null,
    ],
  });
  return session;
}
