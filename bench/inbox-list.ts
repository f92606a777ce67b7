import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../src/server/platform/database/open-database.ts';
import { makeDataDir, startBuilt } from './start-built.ts';

/** `node bench/inbox-list.ts [conversations]`: how long the lists of the Inbox take, beside a route that reads one row. */
const count = Number(process.argv[2] ?? 100_000);
const ROUNDS = 60;
const KEY = 'bench-key-of-the-inbox';
const quiet = { info() {}, warn: console.warn, error: console.error };

const dataDir = await makeDataDir();
const server = await startBuilt({ DATA_DIR: dataDir, BELLHOP_API_KEY: KEY, RATE_LIMIT: 'off' });
const database = await openDatabase({
  ...{ dataDir, checkout: join(import.meta.dirname, '..'), log: quiet },
});
try {
  await fill();
  const floor = await measure('/api/v1/workspace');
  console.info(`floor: one row: ${floor.toFixed(1)} ms p95`);
  const { nextCursor } = (await call('/api/v1/conversations?limit=50')) as { nextCursor: string };
  const lists = {
    'first page': '?limit=50',
    'second page': `?limit=50&cursor=${nextCursor}`,
    waiting: '?view=waiting&limit=50',
    agent: '?view=agent&limit=50',
    closed: '?view=closed&limit=50',
    muted: '?autoReply=muted&limit=50',
    'a rare word': '?q=A-10493&limit=50',
    'a common word': '?q=order&limit=50',
    'a word in one of fifty': '?q=refund&limit=50',
    'a beginning of many words': '?q=a&limit=50',
    'a name': '?q=maja77&limit=50',
    'nothing found': '?q=zebra+crossing&limit=50',
    'a rare word among the waiting': '?view=waiting&q=refund&limit=50',
  };
  for (const [name, query] of Object.entries(lists)) {
    const p95 = await measure(`/api/v1/conversations${query}`);
    console.info(`${name}: ${p95.toFixed(1)} ms p95, ${(p95 / floor).toFixed(1)} × the floor`);
  }
  const counts = await measure('/api/v1/conversation-counts');
  console.info(`counts: ${counts.toFixed(1)} ms p95, ${(counts / floor).toFixed(1)} × the floor`);
} finally {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Conversations of ten messages each: half closed, one in a hundred waiting, one in twenty with a name. */
async function fill(): Promise<void> {
  const { pool } = database;
  const ids = `(select id from workspaces limit 1) as workspace_id, (select id from agents limit 1) as agent_id`;
  await pool.query(`insert into visitors (id, workspace_id, agent_id)
    select 'v' || n, workspace_id, agent_id from generate_series(1, ${count}) n, (select ${ids}) ids`);
  await pool.query(`insert into conversations (id, workspace_id, agent_id, visitor_id, last_seq, last_cursor, last_text, last_at,
      auto_reply, waiting_since, closed_at)
    select 'c' || n, workspace_id, agent_id, 'v' || n, 10, 10, 'where is my order', now() - n * interval '1 minute',
      case when n % 100 = 0 then 'muted' else 'on' end, case when n % 100 = 0 then now() end, case when n % 2 = 1 then now() end
    from generate_series(1, ${count}) n, (select ${ids}) ids`);
  // In parts: no statement may take longer than one of the product may.
  for (let from = 1; from <= count; from += 5_000)
    await pool.query(`insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
    select 'e' || n || '-' || seq, workspace_id, 'c' || n, seq, seq, case seq % 2 when 1 then 'visitor' else 'agent' end, '',
      case when n = 77777 and seq = 5 then 'my number is A-10493 ' when n % 50 = 0 and seq = 3 then 'a refund please ' else '' end
      || 'where is my order number ' || n || ' I have been waiting for it since last week and nobody answers'
    from generate_series(${from}, ${Math.min(count, from + 4_999)}) n, generate_series(1, 10) seq, (select ${ids}) ids`);
  await pool.query(`insert into leads (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, values, consent)
    select 'l' || n, workspace_id, agent_id, 'x', 'c' || n, 'v' || n, 'e' || n || '-1',
      jsonb_build_object('name', 'maja' || n, 'email', 'maja' || n || '@example.com'), ''
    from generate_series(20, ${count}, 20) n, (select ${ids}) ids`);
  await pool.query('analyze');
}

async function measure(path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await call(path);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] as number;
}

async function call(path: string): Promise<unknown> {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
