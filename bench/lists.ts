import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../src/server/platform/database/open-database.ts';
import { makeDataDir, startBuilt } from './start-built.ts';

/**
 * `node bench/lists.ts [conversations]`: how long the lists of the Inbox, of leads and of actions take over HTTP, beside a route that
 * reads one row.
 */
const count = Number(process.argv[2] ?? 100_000);
const ROUNDS = 60;
const ACTIONS = 200;
const KEY = 'bench-key-of-the-lists';
const quiet = { info() {}, warn: console.warn, error: console.error };

const dataDir = await makeDataDir();
const server = await startBuilt({ DATA_DIR: dataDir, BELLHOP_API_KEY: KEY, RATE_LIMIT: 'off' });
const database = await openDatabase({
  ...{ dataDir, checkout: join(import.meta.dirname, '..'), log: quiet },
});
try {
  await fill();
  const actionsPath = await makeActions();
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
  for (const [name, query] of Object.entries(lists)) await tell(name, `/api/v1/conversations${query}`);
  await tell('counts', '/api/v1/conversation-counts');
  await tell('leads', '/api/v1/leads?limit=50');
  await tell('leads with a name', '/api/v1/leads?limit=50&q=maja77');
  await tell('leads with what all have', '/api/v1/leads?limit=50&q=example.com');
  await tell('leads with what none has', '/api/v1/leads?limit=50&q=zebra');
  await tell('actions', `${actionsPath}?limit=50`);
  await tell('actions with a name', `${actionsPath}?limit=50&search=17`);

  async function tell(name: string, path: string): Promise<void> {
    const p95 = await measure(path);
    console.info(`${name}: ${p95.toFixed(1)} ms p95, ${(p95 / floor).toFixed(1)} × the floor`);
  }
} finally {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Conversations of ten messages each: half closed, one in a hundred waiting, one in ten with a name. */
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
  await pool.query(`insert into leads (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, values, consent, contact_key)
    select 'l' || n, workspace_id, agent_id, 'x', 'c' || n, 'v' || n, 'e' || n || '-1',
      jsonb_build_object('name', 'maja' || n, 'email', 'maja' || n || '@example.com'), '', 'email maja' || n || '@example.com'
    from generate_series(7, ${count}, 10) n, (select ${ids}) ids`);
  await pool.query('analyze');
}

/** @returns where they are listed */
async function makeActions(): Promise<string> {
  const { items } = (await call('/api/v1/agents?limit=1')) as { items: { id: string }[] };
  const path = `/api/v1/agents/${items[0]?.id}/actions`;
  for (let number = 1; number <= ACTIONS; number++)
    await call(path, {
      kind: 'stop-auto-reply',
      name: `Hand over ${number}`,
      guidance: { whenToUse: 'The visitor asks for a person.' },
      settings: {},
    });
  return path;
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

/** With a body: a POST. */
async function call(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${server.url}${path}`, {
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
