import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { VisitorClient } from '../harness/visitor-client.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

const ROUNDS = rounds(40, 200);
const AT_ONCE = 8;
/** The model speaks for about 240 ms: mutes fall before, into and after the answer. */
const MUTE_WITHIN_MS = 350;
const SETTLE_MS = 600;

let database: TestDatabase;
let servers: SpawnedServer[];
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  servers = await Promise.all([spawnServer(database.url), spawnServer(database.url)]);
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await pool.end();
  await database.drop();
});

it(`lets no agent entry in after a mute: ${ROUNDS} rounds, two processes`, { timeout: 600_000 }, async () => {
  const [one, two] = servers as [SpawnedServer, SpawnedServer];
  const agent = await one.api<Agent>('POST', '/api/v1/agents', { name: 'Robin' });
  const tally = { late: 0, answeredBefore: 0, muted: 0, lateDeltas: 0 };

  const race = async (round: number) => {
    const [talks, mutes] = round % 2 === 0 ? [one, two] : [two, one];
    const visitor = await VisitorClient.start(talks.url, agent.id);
    await visitor.follow();
    const { conversationId } = visitor.session;
    await visitor.send(`round ${round}`);
    await pause(Math.random() * MUTE_WITHIN_MS);
    await mutes.api('PUT', `/api/v1/conversations/${conversationId}/auto-reply`, { state: 'muted' });
    const before = await countAgentEntries(conversationId);
    // The fan-out may be some milliseconds behind; then nothing more may be painted.
    await pause(100);
    const deltas = visitor.events.filter(({ event }) => event === 'delta').length;
    await visitor.send('anyone?');
    await pause(SETTLE_MS);
    tally.late += (await countAgentEntries(conversationId)) - before;
    tally.lateDeltas += visitor.events.filter(({ event }) => event === 'delta').length - deltas;
    tally.answeredBefore += before;
    tally.muted++;
    visitor.close();
  };

  let next = 0;
  const lane = async () => {
    while (next < ROUNDS) await race(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));

  expect(tally).toMatchObject({ late: 0, lateDeltas: 0, muted: ROUNDS });
  // The race was one: some mutes came before the answer, some after.
  expect(tally.answeredBefore).toBeGreaterThan(0);
  expect(tally.answeredBefore).toBeLessThan(ROUNDS);
});

async function countAgentEntries(conversationId: string): Promise<number> {
  const { rows } = await pool.query(
    `select count(*)::int as count from entries where conversation_id = $1 and author_type = 'agent'`,
    [conversationId],
  );
  return rows[0].count;
}
