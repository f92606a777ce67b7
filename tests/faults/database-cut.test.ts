import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../harness/harness.ts';
import { lastWords, scriptedModel } from '../harness/scripted-model.ts';
import { waitFor } from '../harness/wait-for.ts';

/** PostgreSQL is restarted, or a connection is cut, under a server at work. */
let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) =>
    lastWords(call) === 'form' && call.prompt.at(-1)?.role === 'user'
      ? [{ call: 'details' }]
      : [{ say: 'One ' }, { waitMs: 300 }, { say: 'two.' }],
  );
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, { kind: 'lead-form', name: 'Details' });
});
afterAll(() => house.close());

/** Ends every database connection of the server, as a restart of PostgreSQL does. */
async function cutConnections(): Promise<void> {
  const client = await house.pool.connect();
  try {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  } finally {
    client.release();
  }
}

it('lives through a cut in the middle of a card, and the card can be sent again', async () => {
  const visitor = await house.visit(agentId);
  await visitor.ask('form');
  const card = (await visitor.list()).find((entry) => entry.card);
  const lock = await house.pool.connect();
  await lock.query('begin');
  await lock.query('select from conversations where id = $1 for update', [visitor.session.conversationId]);
  const values = { name: 'Ada', email: 'ada@example.com' };
  const sent = visitor.useCard(card?.id ?? '', 'submit', values);
  await waitFor(async () => {
    const { rowCount } = await house.pool.query(
      `select from pg_stat_activity where wait_event_type = 'Lock'`,
    );
    return rowCount;
  });
  await cutConnections();
  lock.release(true);
  expect((await sent).status).toBe(503);
  await waitFor(async () => (await visitor.useCard(card?.id ?? '', 'submit', values)).status === 200);
});

it('answers a turn that was under way, once, and readers see it', async () => {
  const visitor = await house.visit(agentId);
  await visitor.follow();
  await visitor.send('hello');
  await waitFor(() => visitor.events.some(({ event }) => event === 'delta'));
  await cutConnections();
  await visitor.entry(({ author }) => author.type === 'agent', 15_000);
  const entries = await visitor.list();
  expect(entries.map(({ author }) => author.type)).toEqual(['visitor', 'agent']);
  expect(entries[1]?.text).toBe('One two.');
});

it('takes new messages afterwards as if nothing had happened', async () => {
  const visitor = await house.visit(agentId);
  await cutConnections();
  await waitFor(async () => (await visitor.post('/widget/v1/messages', { clientId: 'a', text: 'hi' })).ok);
  // Any connection of the pool may still turn out to be a dead one: that is a 503, and the reader asks again.
  const list = () => visitor.list().catch(() => []);
  await waitFor(async () => (await list()).some(({ author }) => author.type === 'agent'));
});
