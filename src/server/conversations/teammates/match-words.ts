import type { Pool } from 'pg';

/** In more messages than this, reading all that have the words takes longer than looking through the newest. */
const COMMON = 5_000;
/** Letters. What begins with fewer may be in any number of messages, though no such word is common by itself. */
const SHORT = 3;
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
  const few = (await areCommon(pool, q)) ? null : await findFew(pool, workspaceId, query);
  if (few) {
    const those = add([...new Set([...ids, ...few])]);
    return { condition: `conversations.id = any (${those}::text[])`, readsThrough: false };
  }
  const said = `(select true from entries where entries.conversation_id = conversations.id
    and ${inText(add(query))} limit 1)`;
  return { condition: `conversations.id = any (${add(ids)}::text[]) or ${said}`, readsThrough: true };
}

/** Null: they are too many after all, such as those with a number that begins so. */
async function findFew(pool: Pool, workspaceId: string, query: string): Promise<string[] | null> {
  const { rows } = await pool.query<{ conversation_id: string }>(
    `select conversation_id from entries where workspace_id = $1 and ${inText('$2')} limit ${COMMON + 1}`,
    [workspaceId, query],
  );
  return rows.length > COMMON ? null : rows.map((row) => row.conversation_id);
}

/** Whether so many messages have them that reading all of these would take too long. */
async function areCommon(pool: Pool, q: string): Promise<boolean> {
  const { rows } = await pool.query<{ messages: number }>({
    name: 'count-words',
    text: COUNT_ABOUT,
    values: [q, SHORT],
  });
  return (rows[0]?.messages ?? 0) > COMMON;
}

// From the list of common words that PostgreSQL keeps of the index: it costs no look into the table. Its own guess will not do, for
// it takes every beginning of a word to be in half a percent of all messages, at least. Every word is counted as if it were cut short.
const COUNT_ABOUT = `
with common as (
  select word, share from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as listed (word, share)
  where schemaname = current_schema() and tablename = 'entries_words'
)
select min(
  case when length(asked) < $2 then 1 else (select coalesce(sum(share), 0) from common where starts_with(word, asked)) end
) * (select greatest(reltuples, 0) from pg_class where oid = 'entries'::regclass) as messages
from unnest(tsvector_to_array(to_tsvector('simple', $1))) asked`;
