import type { Pool } from 'pg';
import type {
  KnowledgeSource,
  KnowledgeSourceDetail,
  NewKnowledgeSource,
  SourceContent,
} from '../../contract/knowledge.ts';
import { notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { splitText } from './split-text.ts';

interface Row {
  id: string;
  agent_id: string;
  type: KnowledgeSource['type'];
  title: string;
  url: string | null;
  snippets: number;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = 'id, agent_id, type, title, url, created_at, updated_at';
const ITEMS = `jsonb_to_recordset($1::jsonb) as item (id text, position int, question text, answer text, url text)`;

/** Stores a source and its snippets, as a whole. */
export async function createKnowledgeSource(
  pool: Pool,
  workspaceId: string,
  { agentId, ...content }: NewKnowledgeSource,
): Promise<KnowledgeSource> {
  const { rows } = await pool.query<Row>(
    `with source as (
      insert into knowledge_sources (id, workspace_id, agent_id, type, title, url, body)
      values ($2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}
    ), added as (
      insert into snippets (id, workspace_id, agent_id, source_id, position, question, text, url)
      select item.id, $3, $4, source.id, item.position, item.question, item.answer, item.url
      from source, ${ITEMS}
      returning 1
    )
    select source.*, (select count(*)::int from added) as snippets from source`,
    [toItems(content), newId(), workspaceId, agentId, ...toColumns(content)],
  );
  return toSource(rows[0] as Row);
}

/** Answers are made of what it holds now from this moment on. @throws AppError `not_found` */
export async function replaceKnowledgeSource(
  pool: Pool,
  workspaceId: string,
  id: string,
  content: SourceContent,
): Promise<KnowledgeSource> {
  const { rows } = await pool.query<Row>(
    `with source as (
      update knowledge_sources set type = $4, title = $5, url = $6, body = $7, updated_at = now()
      where workspace_id = $3 and id = $2 returning ${COLUMNS}
    ), removed as (
      delete from snippets using source where snippets.workspace_id = $3 and source_id = source.id
    ), added as (
      insert into snippets (id, workspace_id, agent_id, source_id, position, question, text, url)
      select item.id, $3, source.agent_id, source.id, item.position, item.question, item.answer, item.url
      from source, ${ITEMS}
      returning 1
    )
    select source.*, (select count(*)::int from added) as snippets from source`,
    [toItems(content), id, workspaceId, ...toColumns(content)],
  );
  if (!rows[0]) throw notFound('knowledge source');
  return toSource(rows[0]);
}

/** The newest first. */
export async function listKnowledgeSources(
  pool: Pool,
  workspaceId: string,
  { agentId, ...page }: PageQuery & { agentId?: string | undefined },
) {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS}, (select count(*)::int from snippets where source_id = knowledge_sources.id) as snippets
     from knowledge_sources
     where workspace_id = $1 and ($2::text is null or id < $2) and ($4::text is null or agent_id = $4)
     order by id desc limit $3`,
    [workspaceId, readCursor(page.cursor, idCursor)?.[0] ?? null, page.limit + 1, agentId ?? null],
  );
  return toPage(rows, page.limit, (row) => [row.id], toSource);
}

type DetailRow = Row & {
  body: string | null;
  items: { question: string | null; answer: string; url: string | null }[];
};

/** @throws AppError `not_found` */
export async function getKnowledgeSource(
  pool: Pool,
  workspaceId: string,
  id: string,
): Promise<KnowledgeSourceDetail> {
  const { rows } = await pool.query<DetailRow>(
    `select ${COLUMNS}, body, jsonb_array_length(items) as snippets, items
     from knowledge_sources cross join lateral (
       select coalesce(jsonb_agg(
         jsonb_build_object('question', question, 'answer', text, 'url', snippets.url) order by position
       ), '[]') as items
       from snippets where source_id = knowledge_sources.id
     ) held
     where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  const row = rows[0];
  if (!row) throw notFound('knowledge source');
  const shared = { title: row.title, ...(row.url === null ? {} : { url: row.url }) };
  const content: SourceContent =
    row.type === 'text'
      ? { ...shared, type: 'text', text: row.body ?? '' }
      : {
          ...shared,
          type: 'faq',
          items: row.items.map(({ question, answer, url }) => ({
            question: question ?? '',
            answer,
            ...(url === null ? {} : { url }),
          })),
        };
  return { ...toSource(row), content };
}

/** With its snippets: no answer uses them from this moment on. @throws AppError `not_found` */
export async function deleteKnowledgeSource(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query('delete from knowledge_sources where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound('knowledge source');
}

function toColumns(content: SourceContent) {
  const { type, title, url = null } = content;
  return [type, title, url, content.type === 'text' ? content.text : null];
}

function toItems(content: SourceContent): string {
  const items =
    content.type === 'faq'
      ? content.items
      : splitText(content.text).map(({ heading, text }) => ({ question: heading, answer: text }));
  return JSON.stringify(items.map((item, position) => ({ id: newId(), position, ...item })));
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
    updatedAt: row.updated_at.toISOString(),
  };
}
