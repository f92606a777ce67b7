import type { Pool } from 'pg';
import type { PageInfo } from '../../../contract/widget/session.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';
import { LIVE_SESSION } from '../identity/live-session.ts';

/** The token of an unknown visitor that is not used for this long is no longer taken. */
const IDLE_DAYS = 30;

export interface OpenedSession {
  token: string;
  visitorId: string;
  conversationId: string;
  isVerified: boolean;
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
  const { rows } = await pool.query<{ visitor_id: string; conversation_id: string; is_verified: boolean }>({
    name: 'resume-session',
    // The conversation is locked before the session, as erasing them does.
    text: `with session as (
        select session.token_hash, session.visitor_id, visitor.sub is null as is_unknown,
          coalesce(visitor.verified_until > now(), false) as is_verified
        from visitor_sessions session join visitors visitor on visitor.id = session.visitor_id
        where session.token_hash = $1 and session.workspace_id = $2 and session.agent_id = $3 and ${LIVE_SESSION}
      ), conversation as (
        update conversations set page = coalesce($4, page) from session
        where conversations.id = (
          select id from conversations where visitor_id = session.visitor_id order by created_at desc limit 1)
        returning conversations.id, session.*
      )
      update visitor_sessions session set expires_at =
        case when is_unknown then now() + interval '${IDLE_DAYS} days' else session.expires_at end
      from conversation where session.token_hash = conversation.token_hash
      returning conversation.visitor_id, conversation.is_verified, conversation.id as conversation_id`,
    values: [hashToken(token), workspaceId, agentId, page ?? null],
  });
  const row = rows[0];
  if (!row) return null;
  const { visitor_id: visitorId, conversation_id: conversationId, is_verified: isVerified } = row;
  return { token, visitorId, conversationId, isVerified };
}

/** A new visitor, with a token that only they get to know, and an empty conversation. */
export async function startSession(
  pool: Pool,
  { workspaceId, agentId, page }: SessionRequest,
): Promise<OpenedSession> {
  const session = { token: newToken(), visitorId: newId(), conversationId: newId(), isVerified: false };
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
