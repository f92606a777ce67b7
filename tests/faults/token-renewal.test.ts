import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../demo/stand-ins/calendly/calendly-stand-in.ts';
import type { Connection } from '../../src/contract/connections/connection.ts';
import type { EventTypePage } from '../../src/contract/connections/event-type.ts';
import { rounds } from '../harness/rounds.ts';
import { type SpawnedServer, spawnServer } from '../harness/spawn-server.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';

/**
 * Two processes find at once that the access of a connection has ended, and Calendly takes a refresh token once. One of them
 * may die with the answer in its hands. However it goes: one renewal for each ending, and a connection that works, or that says
 * what a person has to do.
 */
const ROUNDS = rounds(3, 100);

let database: TestDatabase;
let pool: pg.Pool;
let calendly: CalendlyStandIn;
let living: SpawnedServer;
let connectionId: string;
let aheadMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  calendly = await CalendlyStandIn.start();
  calendly.account.now = () => Date.now() + aheadMs;
  living = await start();
  const application = calendly.authorization.newApplication(
    `${living.url}/api/v1/connections/oauth/callback`,
  );
  const { id } = await living.api<Connection>('POST', '/api/v1/connections', {
    kind: 'calendly',
    settings: { auth: 'oauth', clientId: application.clientId },
    credentials: { clientSecret: application.clientSecret },
  });
  connectionId = id;
  await permit();
});
afterAll(async () => {
  await living.stop();
  await Promise.all([calendly.close(), pool.end()]);
  await database.drop();
});

const start = (killAt?: string) =>
  spawnServer(database.url, 0, {
    EGRESS_ALLOW: calendly.host,
    CONNECTION_ADDRESSES: JSON.stringify({ calendly: { api: calendly.url, auth: calendly.url } }),
    ...(killAt ? { KILL_AT: killAt } : {}),
  });

async function permit(): Promise<void> {
  const { authorizeUrl } = await living.api<{ authorizeUrl: string }>(
    'POST',
    '/api/v1/connections/oauth/start',
    { connectionId },
  );
  const back = await fetch(await calendly.decide(authorizeUrl, 'allow'));
  expect(back.status).toBe(200);
}

const read = () => living.api<Connection>('GET', `/api/v1/connections/${connectionId}`);
/** Null: the process died. */
const use = (server: SpawnedServer) =>
  server.api<EventTypePage>('GET', `/api/v1/connections/${connectionId}/event-types`).catch(() => null);

/** Calendly counts requests by the minute, so a minute goes by there. */
function expireAccess(): void {
  aheadMs += 60_001;
  calendly.authorization.expireAccess();
  calendly.authorization.renewals.length = 0;
}

/** It works, or it says what to do: nothing in between. */
async function checkHonest(): Promise<Connection['state']> {
  const { state, problem } = await read();
  const page = await use(living);
  if (state === 'connected')
    expect({ problem, items: page?.items.length }).toEqual({ problem: null, items: 2 });
  else {
    expect({ state, problem }).toEqual({
      state: 'reconnect',
      problem: expect.stringContaining('Connect it again'),
    });
    expect(page?.emptyReason).toMatchObject({ code: 'reconnect', message: problem });
  }
  return state;
}

it(`two processes renew once for each ending: ${ROUNDS} rounds`, {
  timeout: 60_000 + ROUNDS * 3_000,
}, async () => {
  const other = await start();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      expireAccess();
      const pages = await Promise.all([use(living), use(other), use(living), use(other)]);
      expect(pages.map((page) => page?.items.length)).toEqual([2, 2, 2, 2]);
      expect(calendly.authorization.renewals).toEqual(['granted']);
      expect(await checkHonest()).toBe('connected');
    }
  } finally {
    await other.stop();
  }
});

it(`two processes renew, and one dies between answer and saving: ${ROUNDS} deaths`, {
  timeout: 60_000 + ROUNDS * 15_000,
}, async () => {
  let deaths = 0;
  let dying: SpawnedServer | null = null;
  try {
    for (let round = 0; deaths < ROUNDS; round++) {
      dying ??= await start('after_renewal_before_save');
      let isDead = false;
      void dying.ended.then(() => {
        isDead = true;
      });
      expireAccess();
      // At once, or as soon as the one that will die has begun.
      const first = use(dying);
      if (round % 2) await waitFor(async () => isDead || (await hasBegun()));
      const [ofDying, ofLiving] = await Promise.all([first, use(living)]);
      expect(ofLiving).not.toBeNull();
      const { renewals } = calendly.authorization;
      if (ofDying === null) {
        await dying.ended;
        dying = null;
        deaths++;
        // The new pair is lost with the process: the living one asked once more, and was told so.
        expect(renewals).toEqual(['granted', 'invalid_grant']);
        expect(await checkHonest()).toBe('reconnect');
        await permit();
      } else {
        expect(renewals).toEqual(['granted']);
      }
      expect(await checkHonest()).toBe('connected');
    }
  } finally {
    await dying?.stop();
  }
});

it('a process that died alone leaves no connection that is silently broken', {
  timeout: 60_000,
}, async () => {
  const dying = await start('after_renewal_before_save');
  expireAccess();
  expect(await use(dying)).toBeNull();
  await dying.ended;
  expect(await hasBegun()).toBe(true);
  await pool.query(`update connections set renewal_started_at = now() - interval '2 minutes'`);
  const next = await start();
  try {
    await waitFor(async () => (await read()).state === 'reconnect');
    expect(await checkHonest()).toBe('reconnect');
    expect(calendly.authorization.renewals).toEqual(['granted', 'invalid_grant']);
  } finally {
    await next.stop();
  }
  await permit();
});

it.each(['before_renewal', 'after_renewal'])(
  'a process that dies %s breaks nothing',
  {
    timeout: 60_000,
  },
  async (point) => {
    const dying = await start(point);
    expireAccess();
    expect(await use(dying)).toBeNull();
    await dying.ended;
    expect((await use(living))?.items).toHaveLength(2);
    expect(calendly.authorization.renewals).toEqual(['granted']);
    expect(await checkHonest()).toBe('connected');
  },
);

async function hasBegun(): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from connections where renewal_started_at is not null');
  return rowCount === 1;
}
