import type { Pool } from 'pg';
import type { KnowledgeSource, NewKnowledgeSource } from '../../contract/knowledge.ts';
import { notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';

interface Row {
  id: string;
  agent_id: string;
  type: 'faq';
  title: string;
  url: string | null;
  snippets: number;
  created_at: Date;
}

/** Stores a source and its snippets, as a whole. */
export async function createKnowledgeSource(
  pool: Pool,
  workspaceId: string,
  { agentId, type, title, url, items }: NewKnowledgeSource,
): Promise<KnowledgeSource> {
  const snippets = items.map((item, position) => ({ id: newId(), position, ...item }));
  const { rows } = await pool.query<Row>(
    `with source as (
      insert into knowledge_sources (id, workspace_id, agent_id, type, title, url)
      values ($1, $2, $3, $4, $5, $6) returning id, agent_id, type, title, url, created_at
    ), added as (
      insert into snippets (id, workspace_id, agent_id, source_id, position, question, text, url)
      select item.id, $2, $3, source.id, item.position, item.question, item.answer, item.url
      from source, jsonb_to_recordset($7::jsonb) as item (id text, position int, question text, answer text, url text)
      returning 1
    )
    select source.*, (select count(*)::int from added) as snippets from source`,
    [newId(), workspaceId, agentId, type, title, url ?? null, JSON.stringify(snippets)],
  );
  return toSource(rows[0] as Row);
}

/** The newest first. */
export async function listKnowledgeSources(
  pool: Pool,
  workspaceId: string,
  { agentId, ...page }: PageQuery & { agentId?: string | undefined },
) {
  const { rows } = await pool.query<Row>(
    `select id, agent_id, type, title, url, created_at,
       (select count(*)::int from snippets where source_id = knowledge_sources.id) as snippets
     from knowledge_sources
     where workspace_id = $1 and ($2::text is null or id < $2) and ($4::text is null or agent_id = $4)
     order by id desc limit $3`,
    [workspaceId, readCursor(page.cursor, idCursor)?.[0] ?? null, page.limit + 1, agentId ?? null],
  );
  return toPage(rows, page.limit, (row) => [row.id], toSource);
}

/** With its snippets: no answer uses them from this moment on. @throws AppError `not_found` */
export async function deleteKnowledgeSource(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query('delete from knowledge_sources where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound('knowledge source');
}

function toSource(row: Row): KnowledgeSource {
  return {
    id: row.id,
    agentId: row.agent_id,
    type: row.type,
    title: row.title,
    url: row.url,
    snippets: row.snippets,
    createdAt: row.created_at.toISOString(),
  };
}
