import type { Pool } from 'pg';
import { z } from 'zod';
import type { ConversationCounts, conversationFilterSchema } from '../../../contract/conversation.ts';
import { type PageQuery, readCursor, toPage, writeCursor } from '../../platform/http/paging.ts';
import { AUTO_REPLY_NOW } from '../auto-reply-now.ts';
import { type ConversationRow, TOLD_OF_PAGE, toConversation } from './conversation-row.ts';
import { matchWords } from './match-words.ts';

type Filter = PageQuery & z.infer<typeof conversationFilterSchema>;

interface Reader {
  workspaceId: string;
  /** Absent: a program by its key, and nothing is theirs. */
  userId?: string | undefined;
}

const lastAtCursor = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/),
  z.string(),
]);

// Written out, and not as parameters: only so PostgreSQL sees that the index of just these rows will do.
const MUTED = `auto_reply = 'muted' and (muted_until is null or muted_until > now())`;
const WAITING = `waiting_since is not null and closed_at is null and ${MUTED}`;
const BY_AGENT = `closed_at is null and ${AUTO_REPLY_NOW} = 'on'`;
const VIEWS = {
  waiting: WAITING,
  mine: 'assignee_id = $2 and closed_at is null',
  agent: BY_AGENT,
  closed: 'closed_at is not null',
  all: 'true',
};

/** The owner's own tries are nobody's work. */
const OF_VISITORS = `channel <> 'playground'`;

/** Conversations in which something was said, the latest first. */
export async function listConversations(pool: Pool, reader: Reader, { q, ...filter }: Filter) {
  const [lastAt, id] = readCursor(filter.cursor, lastAtCursor) ?? [];
  const values: unknown[] = [reader.workspaceId, reader.userId ?? null];
  const add = (value: unknown) => `$${values.push(value)}`;
  // `$2` stands in some of the views only, and PostgreSQL asks for the type of what stands in none.
  const conditions = [
    `workspace_id = $1 and last_seq > 0 and ${OF_VISITORS} and ($2::text is null or true)`,
    VIEWS[filter.view ?? 'all'],
  ];
  if (filter.status)
    conditions.push(filter.status === 'open' ? 'closed_at is null' : 'closed_at is not null');
  if (filter.autoReply) conditions.push(filter.autoReply === 'muted' ? MUTED : `${AUTO_REPLY_NOW} = 'on'`);
  if (filter.assignee) conditions.push(`assignee_id = ${add(filter.assignee)}`);
  if (lastAt) conditions.push(`(last_at, id) < (${add(lastAt)}::timestamptz, ${add(id)})`);
  const before = values.length;
  const match = q ? await matchWords(pool, reader.workspaceId, q, add) : undefined;
  if (match === null) return { items: [], nextCursor: null };
  const all = (list: string[]) => list.map((condition) => `(${condition})`).join(' and ');
  const isBounded = match?.readsThrough === true;
  if (match && !isBounded) conditions.push(match.condition);
  const from = isBounded
    ? `(select * from conversations where ${all(conditions)} ${NEWEST_FIRST} limit ${MOST_READ}) conversations where ${match.condition}`
    : `conversations where ${all(conditions)}`;
  const { rows } = await pool.query<ConversationRow>(
    `with page as (
       select *, ${AUTO_REPLY_NOW} as auto_reply_now from ${from} ${NEWEST_FIRST} limit ${add(filter.limit + 1)}
     ) ${TOLD_OF_PAGE} order by page.last_at desc, page.id desc`,
    values,
  );
  const page = toPage(rows, filter.limit, keyOf, toConversation);
  if (!isBounded || page.nextCursor !== null) return page;
  // What was read through is a part, and the next page goes on after it: one page may be short, and none is left out.
  const { rows: last } = await pool.query<Key>(
    `select id, last_at::text as last_at_key from conversations where ${all(conditions)}
     ${NEWEST_FIRST} offset ${MOST_READ - 1} limit 1`,
    values.slice(0, before),
  );
  return { ...page, nextCursor: last[0] ? writeCursor(keyOf(last[0])) : null };
}

type Key = Pick<ConversationRow, 'id' | 'last_at_key'>;

const keyOf = (row: Key) => [row.last_at_key, row.id];
/** Conversations in which a common word is looked for, for one page. */
const MOST_READ = 600;
const NEWEST_FIRST = 'order by last_at desc, id desc';

const MOST_COUNTED = 100;

/** What stands on the tabs of the Inbox. */
export async function countConversations(
  pool: Pool,
  { workspaceId, userId }: Reader,
): Promise<ConversationCounts> {
  const count = (condition: string) => `(select count(*)::int from (
    select from conversations where workspace_id = $1 and last_seq > 0 and ${OF_VISITORS} and ${condition} limit ${MOST_COUNTED}) counted)`;
  const { rows } = await pool.query<ConversationCounts>({
    name: 'count-conversations',
    text: `select ${count(WAITING)} as waiting,
      ${count('assignee_id = $2 and closed_at is null')} as mine,
      ${count(`last_at > now() - interval '10 minutes' and ${BY_AGENT}`)} as agent`,
    values: [workspaceId, userId ?? null],
  });
  return rows[0] as ConversationCounts;
}
