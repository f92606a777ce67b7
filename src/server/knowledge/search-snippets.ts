import type { Pool } from 'pg';
import type { Snippet } from '../../contract/knowledge.ts';

interface Row {
  id: string;
  source_id: string;
  title: string;
  url: string | null;
  question: string | null;
  text: string;
  source_type: string;
}

// Any word may match, in any of the languages that the column was stemmed in; the rank orders. The rest of a small
// knowledge base comes after, because a paraphrase may share no word with its answer.
const SEARCH = `
with query as (
  select string_agg(quote_literal(lexeme), ' | ')::tsquery as words
  from unnest(to_tsvector('simple', $3) || to_tsvector('english', $3)
    || to_tsvector('german', $3) || to_tsvector('arabic', $3))
), found as (
  select snippets.id, ts_rank(search, query.words) as rank
  from snippets, query
  where workspace_id = $1 and agent_id = $2 and search @@ query.words
  order by rank desc, id limit $4
), rest as (
  select id, 0::real as rank from snippets
  where workspace_id = $1 and agent_id = $2 and $5 and id not in (select id from found)
  order by source_id, position limit $4
), best as (
  select * from found union all select * from rest order by rank desc limit $4
)
select snippets.id, snippets.source_id, snippets.question, snippets.text,
  coalesce(snippets.url, source.url) as url, source.title, source.type as source_type
from best join snippets on snippets.id = best.id
join knowledge_sources source on source.id = snippets.source_id
order by best.rank desc, snippets.id`;

interface SnippetQuery {
  workspaceId: string;
  agentId: string;
  text: string;
  limit: number;
  /** Fill up with snippets that share no word with the text. */
  fill: boolean;
}

/** The snippets of an agent that fit a text, the best first. */
export async function searchSnippets(
  pool: Pool,
  { workspaceId, agentId, text, limit, fill }: SnippetQuery,
): Promise<Snippet[]> {
  const { rows } = await pool.query<Row>({
    name: 'search-snippets',
    text: SEARCH,
    values: [workspaceId, agentId, text, limit, fill],
  });
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    title: row.title,
    text: row.text,
    sourceType: row.source_type,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.question === null ? {} : { question: row.question }),
  }));
}
