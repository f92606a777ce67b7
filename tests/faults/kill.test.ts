import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import { pickPort } from '../harness/pick-port.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

const ROUNDS = rounds(2, 20);
const VISITORS = 6;
const VISIBLE_END_MS = 15_000;

let database: TestDatabase;
let server: SpawnedServer;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await spawnServer(database.url, await pickPort());
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await server.stop();
  await pool.end();
  await database.drop();
});

it(`loses and doubles nothing when it is killed in the middle of streamed turns: ${ROUNDS} rounds`, {
  timeout: 600_000,
}, async () => {
  const agent = await server.api<Agent>('POST', '/api/v1/agents', { name: 'Robin' });
  let slowestMs = 0;

  for (let round = 0; round < ROUNDS; round++) {
    const visitors = await Promise.all(
      Array.from({ length: VISITORS }, () => VisitorClient.start(server.url, agent.id)),
    );
    const clientIds = visitors.map(() => crypto.randomUUID());
    await Promise.all(visitors.map((visitor) => visitor.follow()));
    const sent = visitors.map((visitor, index) => trySend(visitor, clientIds[index] as string));
    await pause(Math.random() * 260);
    await server.kill();
    await Promise.all(sent);

    server = await spawnServer(database.url, server.port);
    const restarted = performance.now();
    // As the widget does: what was not acknowledged is sent again, with the same id.
    await Promise.all(visitors.map((visitor, index) => visitor.send('are you there', clientIds[index])));
    await Promise.all(
      visitors.map((visitor) =>
        waitFor(
          async () => (await visitor.list()).some(({ author }) => author.type !== 'visitor'),
          VISIBLE_END_MS,
        ),
      ),
    );
    slowestMs = Math.max(slowestMs, performance.now() - restarted);
    await pause(300);
    for (const visitor of visitors) {
      const entries = await visitor.list();
      expect(entries.map(({ author }) => author.type)).toEqual(['visitor', 'agent']);
      expect(entries[1]?.text).toMatch(/^Answer to are you there:.* 12$/);
      visitor.close();
    }
  }

  const { rows } = await pool.query(`select count(*)::int as count from turns where state = 'running'`);
  expect(rows[0].count).toBe(0);
  if (process.env.PROVE) console.info(`the slowest turn ended ${Math.round(slowestMs)} ms after a restart`);
  expect(slowestMs).toBeLessThan(VISIBLE_END_MS);
});

/** @returns whether the server acknowledged it before it died */
async function trySend(visitor: VisitorClient, clientId: string): Promise<boolean> {
  try {
    await visitor.send('are you there', clientId);
    return true;
  } catch {
    return false;
  }
}
