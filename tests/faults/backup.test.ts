import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import { checkBackup } from '../../src/server/backup/file/check-backup.ts';
import { restoreBackup } from '../../src/server/backup/restore-backup.ts';
import { writeBackup } from '../../src/server/backup/write-backup.ts';
import { type Database, openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { checkout } from '../harness/checkout.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/** The full number is a database of more than 1 GB. */
const ENTRIES = rounds(20_000, 1_800_000);
const VISITORS = 4;
const BAR_MS = 300_000;

const log = createLog('silent');
let source: TestDatabase;
let target: TestDatabase;
let database: Database;
let server: SpawnedServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellhop-backup-'));
  source = await createTestDatabase();
  target = await createTestDatabase({ migrated: false });
  database = await openDatabase({ url: source.url, dataDir: '', checkout, log });
  server = await spawnServer(source.url);
});
afterAll(async () => {
  await server.stop();
  await database.close();
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

it(`a backup under load comes back whole: ${ENTRIES} entries`, { timeout: 1_200_000 }, async () => {
  const agent = await server.api<Agent>('POST', '/api/v1/agents', { name: 'Robin' });
  await fill(agent.id);
  const visitors = await Promise.all(
    Array.from({ length: VISITORS }, () => VisitorClient.start(server.url, agent.id)),
  );
  const acknowledged: string[] = [];
  let isWriting = true;
  const talking = visitors.map(async (visitor) => {
    while (isWriting) acknowledged.push((await visitor.send('under load')).id);
  });
  await waitFor(() => acknowledged.length >= 20, 60_000);
  const before = [...acknowledged];

  const path = join(folder, 'under-load.backup');
  const session = await database.connect();
  const begun = performance.now();
  const { parts } = await writeBackup(session, { path });
  const tookMs = performance.now() - begun;
  await session.end();
  isWriting = false;
  await Promise.all(talking);

  const restored = await openDatabase({ url: target.url, dataDir: '', checkout, log });
  try {
    const started = performance.now();
    const checked = await checkBackup(path);
    const migrations = join(checkout, 'migrations');
    // It compares the count and the checksum of every table with the backup, and throws where one differs.
    await restoreBackup({ database: restored, path, checked, migrations, replace: false, erasures: [], log });
    const restoredMs = performance.now() - started;
    const { rows } = await restored.pool.query<{ entries: number; found: number }>(
      `select count(*)::int as entries, count(*) filter (where id = any($1))::int as found from entries`,
      [before],
    );
    expect(rows[0]?.found).toBe(before.length);
    expect(rows[0]?.entries).toBe(parts.find(({ name }) => name === 'entries')?.rows);
    if (process.env.PROVE) await report(path, tookMs, restoredMs);
    expect(tookMs).toBeLessThan(BAR_MS);
    expect(restoredMs).toBeLessThan(BAR_MS);
  } finally {
    await restored.close();
  }
});

/** Conversations of a hundred entries, with texts that do not pack to nothing. */
async function fill(agentId: string): Promise<void> {
  const session = await database.connect();
  await session.query(
    `insert into visitors (id, workspace_id, agent_id)
     select 'v' || i, agents.workspace_id, agents.id from generate_series(1, $1::int / 100) i, agents where agents.id = $2`,
    [ENTRIES, agentId],
  );
  await session.query(
    `insert into conversations (id, workspace_id, agent_id, visitor_id, last_seq, last_cursor)
     select 'c' || substr(id, 2), workspace_id, agent_id, id, 100, 100 from visitors where agent_id = $1 and id like 'v%'`,
    [agentId],
  );
  await session.query(
    `insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
     select c.id || '-' || i, c.workspace_id, c.id, i, i, 'visitor', 'You',
       (select string_agg(md5(c.id || i || part), ' ') from generate_series(1, 6 + i % 8) part)
     from conversations c, generate_series(1, 100) i where c.agent_id = $1 and c.id like 'c%'`,
    [agentId],
  );
  await session.end();
}

async function report(path: string, tookMs: number, restoredMs: number): Promise<void> {
  const { rows } = await database.pool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  const { size } = await stat(path);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  console.info(
    `database ${rows[0]?.size}, file ${Math.round(size / 1e6)} MB, backup ${seconds(tookMs)}, restore ${seconds(restoredMs)}`,
  );
}
