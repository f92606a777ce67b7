import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Call } from '../../src/contract/call.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { StubApi } from '../harness/stub-api.ts';
import { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/**
 * A process dies around the sending of a call, and another one takes its turn over. What the other side can tell apart by its key
 * happens exactly once; the rest at most once, and where nobody knows, the ledger and the visitor are told so.
 */
const ROUNDS = rounds(1, 50);
const VISIBLE_END_MS = 20_000;

let database: TestDatabase;
let pool: pg.Pool;
let keyed: StubApi;
let plain: StubApi;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  keyed = await StubApi.start({ honoursKeys: true });
  plain = await StubApi.start();
});
afterAll(async () => {
  await Promise.all([keyed.close(), plain.close(), pool.end()]);
  await database.drop();
});

const start = (killAt?: string) =>
  spawnServer(database.url, 0, {
    EGRESS_ALLOW: `${keyed.host},${plain.host}`,
    ...(killAt ? { KILL_AT: killAt } : {}),
  });

async function prepareAgent(server: SpawnedServer): Promise<string> {
  const { id } = await server.api<Agent>('POST', '/api/v1/agents', { name: 'Robin', language: 'en' });
  for (const [name, url, when] of [
    ['Keyed', keyed.url, 'idempotent'],
    ['Plain', plain.url, 'safe'],
  ])
    await server.api('POST', `/api/v1/agents/${id}/actions`, {
      kind: 'http',
      name,
      confirm: false,
      settings: {
        inputs: [{ name: 'id' }],
        request: { method: 'POST', url: `${url}/orders/{{id}}` },
        retry: { attempts: 2, when },
      },
    });
  return id;
}

describe.each(['before_send', 'after_send_before_save', 'after_save'])(
  'a process that is killed %s',
  (point) => {
    it(`leaves no effect doubled, none lost, and none claimed: ${ROUNDS} rounds`, {
      timeout: 60_000 + ROUNDS * 40_000,
    }, async () => {
      for (let round = 0; round < ROUNDS; round++) await playRound(point, `${point}-${round}`);
    });
  },
);

async function playRound(point: string, name: string): Promise<void> {
  const dying = await start(point);
  const agentId = await prepareAgent(dying);
  const visitors = await Promise.all([
    VisitorClient.start(dying.url, agentId),
    VisitorClient.start(dying.url, agentId),
  ]);
  const [askKeyed, askPlain] = visitors;
  // What is not acknowledged before the process dies is sent again, as the widget does.
  const messages = [
    [askKeyed, `call keyed ${name}`],
    [askPlain, `call plain ${name}`],
  ] as const;
  const send = (server: { url: string }) =>
    Promise.all(
      messages.map(([visitor, text]) =>
        visitor
          .at(server.url)
          .send(text, `${name}-${text}`)
          .catch(() => null),
      ),
    );
  await send(dying);
  await dying.ended;

  const living = await start();
  try {
    await send(living);
    for (const [visitor] of messages)
      await waitFor(
        async () => (await visitor.at(living.url).list()).some(({ author }) => author.type !== 'visitor'),
        VISIBLE_END_MS,
      );
    const { items } = await living.api<{ items: Call[] }>('GET', '/api/v1/calls?limit=100');
    const [ofKeyed, ofPlain] = visitors.map(({ session }) =>
      items.filter(({ conversationId }) => conversationId === session.conversationId),
    );
    const keyedEffects = keyed.effects.filter(({ path }) => path === `/orders/${name}`).length;
    const plainEffects = plain.effects.filter(({ path }) => path === `/orders/${name}`).length;
    expect({ keyedEffects, state: ofKeyed?.map(({ state }) => state) }).toEqual({
      keyedEffects: 1,
      state: ['done'],
    });
    expect(plainEffects).toBeLessThanOrEqual(1);
    expect(ofPlain).toHaveLength(1);
    const [call] = ofPlain as [Call];
    expect(['done', 'unknown']).toContain(call.state);
    if (call.state === 'done') expect(plainEffects).toBe(1);
    const said = (await askPlain.at(living.url).list()).at(-1)?.text;
    expect(said).toBe(`Outcome: ${call.state}`);
  } finally {
    await living.stop();
  }
}
