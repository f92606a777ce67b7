import { type SQL, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { AgentVersion } from '../../../contract/agent.ts';
import { notFound } from '../../platform/errors.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';

interface Row extends Omit<AgentVersion, 'author' | 'createdAt'> {
  author_name: string;
  created_at: Date;
}

/** Keeps what the agent's words are now, unless they are those of its newest version. In the transaction that wrote them. */
export async function keepVersion(
  transaction: { execute(query: SQL): PromiseLike<unknown> },
  workspaceId: string,
  agentId: string,
  author: string,
): Promise<void> {
  await transaction.execute(sql`
    with newest as (
      select * from agent_versions where workspace_id = ${workspaceId} and agent_id = ${agentId}
      order by version desc limit 1
    )
    insert into agent_versions
      (workspace_id, agent_id, version, name, greeting, instructions, tone, language, author_name)
    select agents.workspace_id, agents.id, coalesce(newest.version, 0) + 1,
      agents.name, agents.greeting, agents.instructions, agents.tone, agents.language, ${author}
    from agents left join newest on true
    where agents.workspace_id = ${workspaceId} and agents.id = ${agentId}
      and (agents.name, agents.greeting, agents.instructions, agents.tone, agents.language)
        is distinct from (newest.name, newest.greeting, newest.instructions, newest.tone, newest.language)`);
}

const versionCursor = z.tuple([z.string().regex(/^\d{1,9}$/)]);
const COLUMNS = 'version, name, greeting, instructions, tone, language, author_name, created_at';

/** The newest first. */
export async function listVersions(pool: Pool, workspaceId: string, agentId: string, page: PageQuery) {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from agent_versions
      where workspace_id = $1 and agent_id = $2 and ($3::int is null or version < $3)
      order by version desc limit $4`,
    [workspaceId, agentId, readCursor(page.cursor, versionCursor)?.[0] ?? null, page.limit + 1],
  );
  return toPage(rows, page.limit, ({ version }) => [String(version)], toVersion);
}

/** @throws AppError `not_found` */
export async function getVersion(
  pool: Pool,
  workspaceId: string,
  agentId: string,
  version: number,
): Promise<AgentVersion> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from agent_versions where workspace_id = $1 and agent_id = $2 and version = $3`,
    [workspaceId, agentId, version],
  );
  if (!rows[0]) throw notFound('version');
  return toVersion(rows[0]);
}

function toVersion({ author_name, created_at, ...words }: Row): AgentVersion {
  return { ...words, author: author_name, createdAt: created_at.toISOString() };
}
