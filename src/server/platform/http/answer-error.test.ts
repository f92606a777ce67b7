import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { createLog } from '../log.ts';
import { answerError } from './answer-error.ts';

let database: TestDatabase;
let killer: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  killer = new pg.Client({ connectionString: database.url });
  await killer.connect();
});
afterAll(async () => {
  await killer.end();
  await database.drop();
});

/** What a request is answered whose work throws this. */
async function statusOf(thrown: unknown): Promise<{ status: number; retryAfter: string | null }> {
  const app = new Hono();
  app.onError(answerError(createLog('silent')));
  app.get('/', () => {
    throw thrown;
  });
  const response = await app.request('/');
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
}

async function connect(): Promise<{ client: pg.Client; pid: number }> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  return { client, pid: rows[0].pid };
}

const cut = (pid: number) => killer.query('select pg_terminate_backend($1)', [pid]);
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error) => error,
  );

it('a connection that is cut under a query is told as unavailable, with when to come back', async () => {
  const { client, pid } = await connect();
  const failed = errorOf(client.query('select pg_sleep(30)'));
  await cut(pid);
  expect(await statusOf(await failed)).toEqual({ status: 503, retryAfter: '2' });
});

it('so is the next query on a connection that was cut', async () => {
  const { client, pid } = await connect();
  // Not `once` of node:events: it rejects with the client's 'error', which comes first.
  const ended = new Promise((resolve) => client.once('end', resolve));
  await cut(pid);
  await ended;
  const error = await errorOf(client.query('select 1'));
  expect(error).toBeInstanceOf(Error);
  expect(await statusOf(error)).toEqual({ status: 503, retryAfter: '2' });
});

it('so is a query on a connection or a pool that was closed', async () => {
  const { client } = await connect();
  await client.end();
  expect((await statusOf(await errorOf(client.query('select 1')))).status).toBe(503);
  const pool = new pg.Pool({ connectionString: database.url });
  await pool.end();
  expect((await statusOf(await errorOf(pool.query('select 1')))).status).toBe(503);
});

it('a mistake in our SQL stays an error of ours', async () => {
  const error = await errorOf(killer.query('select from nowhere'));
  expect((await statusOf(error)).status).toBe(500);
});
