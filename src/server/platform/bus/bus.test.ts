import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkout } from '../../../../tests/harness/checkout.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { createLog } from '../log.ts';
import type { Bus, BusMessage } from './bus.ts';
import { openPostgresBus } from './postgres-bus.ts';

/** Two processes' worth of buses on one database. */
let test: TestDatabase;
let databases: Database[];
let here: Bus;
let there: Bus;
const log = createLog('silent');

beforeAll(async () => {
  test = await createTestDatabase();
  const open = () => openDatabase({ url: test.url, dataDir: '', checkout, log });
  databases = await Promise.all([open(), open()]);
  const [one, two] = await Promise.all(
    databases.map((database) =>
      openPostgresBus({ pool: database.pool, connect: () => database.connect(), log }),
    ),
  );
  [here, there] = [one as Bus, two as Bus];
  await acquainted(here, there);
  await acquainted(there, here);
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await Promise.all(databases.map((database) => database.close()));
  await test.drop();
});

/** A process that believes to be alone sends nothing yet. */
async function acquainted(from: Bus, to: Bus): Promise<void> {
  const seen = collect(to, 'acquainted');
  await waitFor(() => {
    from.publish('acquainted', { type: 'probe' });
    return seen.some(({ type }) => type === 'probe');
  });
}

function collect(bus: Bus, topic: string): BusMessage[] {
  const seen: BusMessage[] = [];
  bus.subscribe(topic, (message) => seen.push(message));
  return seen;
}

it('brings messages to both processes, in order, each once', async () => {
  const [near, far] = [collect(here, 'order'), collect(there, 'order')];
  for (let number = 0; number < 500; number++) here.publish('order', { type: 'count', number });
  await waitFor(() => far.length >= 500);
  const numbers = Array.from({ length: 500 }, (_, number) => number);
  expect(near.map(({ number }) => number)).toEqual(numbers);
  expect(far.map(({ number }) => number)).toEqual(numbers);
});

it('says read again instead of a message that is too large for the wire', async () => {
  const far = collect(there, 'large');
  here.publish('large', { type: 'text', text: 'ä'.repeat(5_000) });
  here.publish('large', { type: 'text', text: 'small' });
  await waitFor(() => far.length >= 2);
  expect(far).toEqual([{ type: 'resync' }, { type: 'text', text: 'small' }]);
});

it('tells nobody of topics that they did not ask for, and nothing after they left', async () => {
  const other = collect(there, 'other');
  const seen: BusMessage[] = [];
  const leave = there.subscribe('left', (message) => seen.push(message));
  leave();
  here.publish('left', { type: 'late' });
  here.publish('other', { type: 'after' });
  await waitFor(() => other.length === 1);
  expect(seen).toEqual([]);
});

it('goes on when a listener fails', () => {
  const seen = collect(here, 'faulty');
  here.subscribe('faulty', () => {
    throw new Error('a fault of ours');
  });
  here.publish('faulty', { type: 'one' });
  here.publish('faulty', { type: 'two' });
  expect(seen).toHaveLength(2);
});

it('comes back when its session is cut, and says read again', async () => {
  const far = collect(there, 'cut');
  await databases[0]?.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%' and datname = current_database()`,
  );
  await waitFor(() => far.some(({ type }) => type === 'resync'));
  await waitFor(() => {
    here.publish('cut', { type: 'again' });
    return far.some(({ type }) => type === 'again');
  });
});

it('sends nothing while it is alone, and says read again to whoever comes', async () => {
  const alone = await createTestDatabase();
  const open = () => openDatabase({ url: alone.url, dataDir: '', checkout, log });
  const [first, second] = await Promise.all([open(), open()]);
  try {
    const sent: unknown[] = [];
    const pool = recording(first.pool, sent);
    const bus = await openPostgresBus({ pool, connect: () => first.connect(), log });
    bus.publish('quiet', { type: 'unheard' });
    // What the database says next was asked for after all that could have been sent.
    await pause(20);
    expect(sent).toEqual([]);

    const newcomer = await openPostgresBus({ pool: second.pool, connect: () => second.connect(), log });
    const heard = collect(newcomer, 'quiet');
    await waitFor(() => heard.some(({ type }) => type === 'resync'));
    bus.publish('quiet', { type: 'heard' });
    await waitFor(() => heard.some(({ type }) => type === 'heard'));
    expect(heard.map(({ type }) => type)).not.toContain('unheard');
    await Promise.all([bus.close(), newcomer.close()]);
  } finally {
    await Promise.all([first.close(), second.close()]);
    await alone.drop();
  }
});

it('says nothing once it is closed, whoever greets it meanwhile', async () => {
  const sent: unknown[] = [];
  let greeting: Bus | undefined;
  const connect = async () => {
    const session = (await databases[0]?.connect()) as Client;
    const end = session.end.bind(session);
    // The worst moment: its last batch is sent, and it still listens.
    const endLate = async () => {
      const { pool, connect } = databases[1] as Database;
      greeting = await openPostgresBus({ pool, connect, log });
      await pause(20);
      await end();
    };
    return Object.assign(session, { end: endLate });
  };
  const closing = await openPostgresBus({ pool: recording(databases[0]?.pool as Pool, sent), connect, log });
  await closing.close();
  await greeting?.close();
  expect(greeting).toBeDefined();
  expect(sent).toEqual([]);
});

/** A pool that notes what goes through it. */
function recording(pool: Pool, sent: unknown[]): Pool {
  const query = (...args: Parameters<typeof pool.query>) => {
    sent.push(args[0]);
    return pool.query(...args);
  };
  return Object.create(pool, { query: { value: query } });
}
