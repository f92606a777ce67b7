import type { Pool, PoolClient } from 'pg';
import { hashToken, newId, newToken } from '../../platform/ids.ts';
import { LIVE_SESSION } from './live-session.ts';
import type { VerifiedIdentity } from './verify-identity.ts';

/** After its proof has ended, a device still shows the conversation for so long. */
const LAPSE_HOURS = 24;

interface Binding {
  workspaceId: string;
  agentId: string;
  /** The session that asks; undefined: a browser without one. */
  token: string | undefined;
}

interface Bound {
  /** Another one than before, unless that session was of this visitor already. */
  token: string;
  /** Visitors whose streams have to ask again whether they may go on. */
  changedVisitors: string[];
}

/**
 * Makes the session that of the visitor with this `sub`. Whoever was unknown becomes that visitor, with their conversation, when
 * there is none yet; in every other case the visitor that is there is found again, and nothing is carried over.
 */
export async function bindIdentity(pool: Pool, binding: Binding, identity: VerifiedIdentity): Promise<Bound> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const bound = await bind(client, binding, identity);
    await client.query('commit');
    return bound;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function bind(client: PoolClient, binding: Binding, identity: VerifiedIdentity): Promise<Bound> {
  const { workspaceId, agentId, token } = binding;
  const { sub, expiresAt } = identity;
  // Two devices that come for the first time at once: one of them makes the visitor.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${agentId} ${sub}`]);
  await lockVisitors(client, binding, sub);
  const session = token === undefined ? null : await readSession(client, binding, token);
  const known = await findVisitor(client, binding, sub);
  const goesOn = session !== null && session.visitor_id === known?.id;
  const visitorId = known?.id ?? (await nameVisitor(client, binding, sub, session));
  await client.query({ name: 'write-identity', text: WRITE, values: [visitorId, ...toRow(identity)] });
  if (goesOn && token !== undefined) {
    await client.query({
      name: 'renew-proof',
      text: `update visitor_sessions set verified_until = $2::timestamptz, expires_at = $2::timestamptz + interval '${LAPSE_HOURS} hours'
        where token_hash = $1`,
      values: [hashToken(token), expiresAt],
    });
    return { token, changedVisitors: known?.is_verified ? [] : [visitorId] };
  }
  // Who knew the token of an unknown visitor must not be the verified one by that.
  const fresh = newToken();
  if (token !== undefined && session)
    await client.query('delete from visitor_sessions where token_hash = $1', [hashToken(token)]);
  await client.query({
    name: 'start-proved-session',
    text: `insert into visitor_sessions (token_hash, workspace_id, agent_id, visitor_id, verified_until, expires_at)
      values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '${LAPSE_HOURS} hours')`,
    values: [hashToken(fresh), workspaceId, agentId, visitorId, expiresAt],
  });
  return { token: fresh, changedVisitors: [visitorId, ...(session ? [session.visitor_id] : [])] };
}

/** Whoever it is about, in one order, and before their sessions: as erasing them does. */
async function lockVisitors(
  client: PoolClient,
  { workspaceId, agentId, token }: Binding,
  sub: string,
): Promise<void> {
  await client.query({
    name: 'visitors-to-bind',
    text: `select id from visitors
      where workspace_id = $1 and agent_id = $2
        and (sub = $3 and channel = 'widget' or id = (select visitor_id from visitor_sessions where token_hash = $4))
      order by id for update`,
    values: [workspaceId, agentId, sub, token === undefined ? null : hashToken(token)],
  });
}

interface SessionRow {
  visitor_id: string;
  sub: string | null;
}

async function readSession(
  client: PoolClient,
  { workspaceId, agentId }: Binding,
  token: string,
): Promise<SessionRow | null> {
  const { rows } = await client.query<SessionRow>({
    name: 'session-to-bind',
    text: `select session.visitor_id, visitor.sub from visitor_sessions session
      join visitors visitor on visitor.id = session.visitor_id
      where session.token_hash = $1 and session.workspace_id = $2 and session.agent_id = $3 and ${LIVE_SESSION}
        and visitor.channel = 'widget'`,
    values: [hashToken(token), workspaceId, agentId],
  });
  return rows[0] ?? null;
}

async function findVisitor(client: PoolClient, { workspaceId, agentId }: Binding, sub: string) {
  const { rows } = await client.query<{ id: string; is_verified: boolean }>({
    name: 'visitor-by-sub',
    text: `select id, verified_until > now() as is_verified from visitors
      where workspace_id = $1 and agent_id = $2 and sub = $3 and channel = 'widget'`,
    values: [workspaceId, agentId, sub],
  });
  return rows[0] ?? null;
}

/** The first time that this `sub` is seen: it is given to who is unknown so far, or to a new visitor. */
async function nameVisitor(
  client: PoolClient,
  { workspaceId, agentId }: Binding,
  sub: string,
  session: SessionRow | null,
): Promise<string> {
  if (session?.sub === null) {
    await client.query('update visitors set sub = $2 where id = $1 and workspace_id = $3', [
      session.visitor_id,
      sub,
      workspaceId,
    ]);
    return session.visitor_id;
  }
  const id = newId();
  await client.query({
    name: 'start-verified-visitor',
    text: `with visitor as (
        insert into visitors (id, workspace_id, agent_id, sub) values ($1, $2, $3, $4) returning id
      )
      insert into conversations (id, workspace_id, agent_id, visitor_id) select $5, $2, $3, id from visitor`,
    values: [id, workspaceId, agentId, sub, newId()],
  });
  return id;
}

// The newest token says how things are; an older one that is shown again does not turn them back while that one holds.
const WRITE = `
update visitors set attributes = $2, issued_at = $3, verified_until = $4
where id = $1 and (issued_at is null or issued_at <= $3 or verified_until <= now())`;

function toRow({ attributes, issuedAt, expiresAt }: VerifiedIdentity) {
  return [JSON.stringify(attributes), issuedAt, expiresAt];
}
