import type { Pool } from 'pg';

/** In more messages than this, as PostgreSQL guesses, reading all that have the words takes longer than looking through the newest. */
const COMMON = 10_000;
const MOST_LEADS = 1_000;

const IN_LEAD = `to_tsvector('simple', coalesce(values ->> 'name', '') || ' ' || coalesce(values ->> 'email', '')) @@ $2::tsquery`;
const inText = (query: string) => `text is not null and to_tsvector('simple', text) @@ ${query}::tsquery`;

export interface WordMatch {
  /** SQL that holds for the conversations that have them. */
  condition: string;
  /** It reads what stands in each conversation, so it must be asked of a few. */
  readsThrough: boolean;
}

/**
 * The conversations in which all of the words stand in one message, or in what the visitor left of themselves. The last word may be
 * cut short. `add` takes a value and tells its place. Null: there is no word in it.
 */
export async function matchWords(
  pool: Pool,
  workspaceId: string,
  q: string,
  add: (value: unknown) => string,
): Promise<WordMatch | null> {
  const { rows: parsed } = await pool.query<{ query: string }>({
    name: 'search-words',
    text: `select plainto_tsquery('simple', $1)::text as query`,
    values: [q],
  });
  if (!parsed[0]?.query) return null;
  const query = `${parsed[0].query}:*`;
  const { rows: leads } = await pool.query<{ conversation_id: string }>(
    `select conversation_id from leads where workspace_id = $1 and ${IN_LEAD} limit ${MOST_LEADS}`,
    [workspaceId, query],
  );
  const ids = leads.map((lead) => lead.conversation_id);
  if (await isCommon(pool, query)) {
    const said = `(select true from entries where entries.conversation_id = conversations.id
      and ${inText(add(query))} limit 1)`;
    return { condition: `conversations.id = any (${add(ids)}::text[]) or ${said}`, readsThrough: true };
  }
  const { rows: entries } = await pool.query<{ conversation_id: string }>(
    `select distinct conversation_id from entries where workspace_id = $1 and ${inText('$2')}`,
    [workspaceId, query],
  );
  ids.push(...entries.map((entry) => entry.conversation_id));
  return { condition: `conversations.id = any (${add(ids)}::text[])`, readsThrough: false };
}

/** PostgreSQL knows the most common words of a column; asking it costs no look into the table. */
async function isCommon(pool: Pool, query: string): Promise<boolean> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `explain (format json) select from entries where ${inText('$1')}`,
    [query],
  );
  return (rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0) > COMMON;
}
