import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { testBackupFolder } from '../../../tests/harness/open-test-app.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { StubApi } from '../../../tests/harness/stub-api.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import { purgeLeftovers } from '../platform/engine/purge-leftovers.ts';
import { createLog } from '../platform/log.ts';
import { eraseAgain } from './erase-again.ts';
import { readErasures } from './erasure-file.ts';
import { purgeOldData } from './purge-old-data.ts';

const OTHER = { key: 'the-key-of-the-other-workspace', workspaceId: 'other' };
const ZELDA = { name: 'Zelda Quixote', email: 'Zelda.Quixote@example.com', phone: '+47 22 33 44 55' };
const WALDO = { name: 'Waldo Pepper', email: 'waldo.pepper@example.com', phone: '+47 22 99 88 77' };

let house: Harness;
let stub: StubApi;
let agentId: string;
let askId: string;

beforeAll(async () => {
  stub = await StubApi.start({ answer: (request) => ({ body: { heard: JSON.stringify(request) } }) });
  const model = scriptedModel((call) => {
    const words = lastWords(call);
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: `Thank you. You said: ${words}` }];
    const [tool = '', ...rest] = words.split(' ');
    if (tool === 'ask') return [{ call: tool, input: { email: rest.join(' ') } }];
    return tool === 'leave' ? [{ call: tool }] : [{ say: `You said: ${words}` }];
  });
  house = await Harness.start({ model, egressAllow: stub.host, otherKey: OTHER });
  await house.pool.query(`insert into workspaces (id, name) values ('other', 'Other')`);
  agentId = (await house.createAgent({ language: 'en' })).id;
  const fields = ['name', 'email', 'phone'].map((name) => ({ name, type: name }));
  await house.createAction(agentId, { kind: 'lead-form', name: 'leave', settings: { fields } });
  const request = {
    method: 'POST',
    url: `${stub.url}/customers`,
    body: { type: 'json', value: '{"mail": "{{email}}"}' },
  };
  const ask = {
    kind: 'http',
    name: 'ask',
    confirm: false,
    settings: { inputs: [{ name: 'email' }], request },
  };
  askId = (await house.createAction(agentId, ask)).id;
  const events = ['lead.submitted', 'message.created', 'conversation.created'];
  await house.api('POST', '/api/v1/webhooks', { url: `${stub.url}/hook`, events });
}, 60_000);
afterAll(async () => {
  await house.close();
  await stub.close();
});

/** Through everything that keeps something of a person. */
async function journey({ name, email, phone }: typeof ZELDA): Promise<VisitorClient> {
  const visitor = await house.visit(agentId);
  await visitor.ask(`My name is ${name}`);
  await visitor.ask(`ask ${email}`);
  await visitor.ask('leave it');
  const form = (await visitor.list()).findLast(({ card }) => card)?.id ?? '';
  const submitted = await visitor.useCard(form, 'submit', { name, email, phone });
  if (!submitted.ok) throw new Error(await submitted.text());
  const reply = { clientId: crypto.randomUUID(), text: `Dear ${name}, we write to ${email}.` };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const { conversationId } = visitor.session;
  const path = `/api/v1/conversations/${conversationId}/replies`;
  expect((await house.api('POST', path, reply, key)).status).toBeLessThan(300);
  await house.api('POST', `/api/v1/actions/${askId}/test`, { values: { email } });
  return visitor;
}

/** Where in the whole database a word stands, whatever the table, the column and its type. */
async function findEverywhere(word: string): Promise<string[]> {
  const { rows: tables } = await house.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const text = `select from ${name} as row where strpos(lower(row::text), lower($1)) > 0`;
    const { rowCount } = await house.pool.query(text, [word]);
    if (rowCount) places.push(`${name}: ${rowCount}`);
  }
  return places;
}

const idle = () =>
  waitFor(async () => {
    const { rows } = await house.pool.query(
      `select (select count(*) from webhook_deliveries where state = 'pending') + (select count(*) from turns where state = 'running') as open`,
    );
    return Number(rows[0].open) === 0;
  }, 20_000);

it('finds, hands out and erases one person, everywhere, and nobody else', { timeout: 90_000 }, async () => {
  await journey(ZELDA);
  const again = await house.visit(agentId);
  await again.ask(`ask ${ZELDA.email}`);
  await journey(WALDO);
  await idle();
  expect((await findEverywhere(ZELDA.email)).length).toBeGreaterThan(4);
  const waldoBefore = await findEverywhere(WALDO.email);

  const path = `/api/v1/people/export?email=${encodeURIComponent(ZELDA.email.toUpperCase())}`;
  const exported = await house.api<Record<string, unknown[]>>('GET', path);
  expect(exported.status).toBe(200);
  expect(exported.body.visitors).toHaveLength(2);
  expect(exported.body.leads).toMatchObject([{ values: { email: ZELDA.email, name: ZELDA.name } }]);
  expect(JSON.stringify(exported.body.entries)).toContain(`My name is ${ZELDA.name}`);
  expect(exported.body.webhookDeliveries?.length).toBeGreaterThan(0);
  expect(exported.body.calls?.length).toBeGreaterThan(1);
  expect(JSON.stringify(exported.body)).not.toContain('Waldo');

  const stranger = await house.api('DELETE', `/api/v1/people?email=${ZELDA.email}`, undefined, {
    authorization: `Bearer ${OTHER.key}`,
  });
  expect(stranger.status).toBe(404);
  expect((await house.api('DELETE', '/api/v1/people')).status).toBe(422);

  const erased = await house.api('DELETE', `/api/v1/people?email=${encodeURIComponent(ZELDA.email)}`);
  expect(erased).toMatchObject({ status: 200, body: { visitors: 2, conversations: 2 } });
  for (const word of [ZELDA.email, ZELDA.name, '22 33 44 55', '4722334455'])
    expect({ word, places: await findEverywhere(word) }).toEqual({ word, places: [] });
  expect(await findEverywhere(WALDO.email)).toEqual(waldoBefore);
  expect((await house.api('GET', path)).status).toBe(404);
});

/** Once the engine is done with them. */
async function listDeliveries(conversationId: string): Promise<string[]> {
  await idle();
  await waitFor(async () => {
    const running = await house.pool.query(`select from dbos.workflow_status where status = 'PENDING'`);
    return running.rowCount === 0;
  });
  const { rows } = await house.pool.query<{ id: string }>(
    'select id from webhook_deliveries where conversation_id = $1',
    [conversationId],
  );
  return rows.map(({ id }) => id);
}

async function findWorkspace(): Promise<string> {
  const { rows } = await house.pool.query('select workspace_id from agents where id = $1', [agentId]);
  return rows[0].workspace_id;
}

it('visitors who erase themselves take along what third parties told of them, and nothing of others', async () => {
  const { pool } = house;
  const visitor = await house.visit(agentId);
  await visitor.ask('hello');
  const { visitorId, conversationId, token } = visitor.session;
  const deliveries = await listDeliveries(conversationId);
  expect((await findEverywhere(deliveries[0] ?? '')).join()).toContain('dbos.operation_outputs');
  const workspaceId = await findWorkspace();
  await pool.query(
    `insert into bookings (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, provider, uid, state, title,
       time_zone) select 'met', $1, $2, $3, $4, $5, id, 'calendly', 'uri-1', 'booked', 'x', 'UTC' from entries
     where conversation_id = $4 limit 1`,
    [workspaceId, agentId, askId, conversationId, visitorId],
  );
  await pool.query(
    `insert into connections (id, workspace_id, kind, name, state) values ('told', $1, 'calendly', 'x', 'connected')`,
    [workspaceId],
  );
  await pool.query(
    `insert into booking_reports (connection_id, key, workspace_id, report, told_at)
     values ('told', 'theirs', $1, '{"uri": "uri-1"}', now()), ('told', 'of-another', $1, '{"uri": "uri-2"}', now())`,
    [workspaceId],
  );
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${house.url}/widget/v1/me`, { method: 'DELETE', headers })).status).toBe(204);
  const { rows } = await pool.query(`select key from booking_reports where connection_id = 'told'`);
  expect(rows).toEqual([{ key: 'of-another' }]);
  for (const id of deliveries) expect({ id, places: await findEverywhere(id) }).toEqual({ id, places: [] });
});

it('what a run writes down after it was forgotten goes as well, and no run that is kept loses anything', async () => {
  const { pool } = house;
  const visitor = await house.visit(agentId);
  await visitor.ask('hello');
  const [kept = ''] = await listDeliveries(visitor.session.conversationId);
  const before = await findEverywhere(kept);
  await pool.query(
    `insert into dbos.operation_outputs (workflow_uuid, function_id, output) values ('late-1', 0, 'what late Lisa said')`,
  );
  await purgeLeftovers(pool);
  expect(await findEverywhere('late Lisa')).toEqual([]);
  expect(await findEverywhere(kept)).toEqual(before);
});

it('whoever is erased stands in the list beside the backups at once, whichever way it was asked for', async () => {
  const isListed = (id: string) =>
    waitFor(async () =>
      (await readErasures(testBackupFolder())).erasures.some((erasure) => erasure.id === id),
    );
  const byThemselves = await house.visit(agentId);
  const { token, visitorId } = byThemselves.session;
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${house.url}/widget/v1/me`, { method: 'DELETE', headers });
  await isListed(visitorId);

  const byTheOwner = await journey({ name: 'Nils', email: 'nils@example.com', phone: '+47 24 11 11 11' });
  const { body } = await house.api<{ items: { id: string }[] }>('GET', '/api/v1/leads?q=nils@example.com');
  const lead = body.items[0]?.id ?? '';
  await house.api('DELETE', `/api/v1/leads/${lead}`);
  await isListed(lead);
  await house.api('DELETE', `/api/v1/people?visitorId=${byTheOwner.session.visitorId}`);
  await isListed(byTheOwner.session.visitorId);
});

it('a database that came back with somebody who was erased forgets them again, and what the engine keeps of them', async () => {
  const { pool } = house;
  const { session } = await journey({ name: 'Olga', email: 'olga@example.com', phone: '+47 25 11 11 11' });
  const { visitorId, conversationId } = session;
  const deliveries = await listDeliveries(conversationId);
  const workspaceId = await findWorkspace();
  expect((await findEverywhere(deliveries[0] ?? '')).join()).toContain('dbos.workflow_status');
  // To the database it is as if it had been put back: the list alone knows.
  const folder = await mkdtemp(join(tmpdir(), 'bellhop-put-back-'));
  const line = { workspaceId, kind: 'visitor', id: visitorId };
  await writeFile(join(folder, 'erasures.jsonl'), JSON.stringify(line));
  const connect = async () => {
    const client = new pg.Client(pool.options as pg.ClientConfig);
    await client.connect();
    return client;
  };
  await eraseAgain({ connect }, () => folder, createLog('silent'));
  await rm(folder, { recursive: true });
  for (const id of deliveries) expect({ id, places: await findEverywhere(id) }).toEqual({ id, places: [] });
  // The owner's own test, which is another line of the list.
  expect(await findEverywhere('olga@example.com')).toEqual(['public.calls: 1']);
});

it('is found by phone, however it is written, and by the name that their server has for them', async () => {
  const visitor = await journey({ name: 'Ida', email: 'ida@example.com', phone: '+47 23 45 67 89' });
  const { visitorId } = visitor.session;
  await house.pool.query(`update visitors set sub = 'customer-7' where id = $1`, [visitorId]);
  for (const query of ['phone=%2B4723456789', 'sub=customer-7', `visitorId=${visitorId}`]) {
    const { body } = await house.api<{ visitors: { id: string }[] }>('GET', `/api/v1/people/export?${query}`);
    expect({ query, ids: body.visitors?.map(({ id }) => id) }).toEqual({ query, ids: [visitorId] });
  }
});

it('what is older than its workspace keeps it goes, with a proof; what is of another workspace stays', async () => {
  const { pool } = house;
  await house.api('PATCH', '/api/v1/workspace', {
    retention: { conversationDays: 100, callPayloadDays: 20, webhookBodyDays: 5 },
  });
  const old = await journey({ name: 'Old', email: 'old@example.com', phone: '+47 21 11 11 11' });
  const young = await journey({ name: 'Young', email: 'young@example.com', phone: '+47 21 22 22 22' });
  await idle();
  const { workspace_id: mine } = (
    await pool.query('select workspace_id from agents where id = $1', [agentId])
  ).rows[0];
  await pool.query(
    `insert into agents select (jsonb_populate_record(agents, '{"id": "theirs", "workspace_id": "other"}')).* from agents where id = $1`,
    [agentId],
  );
  await pool.query(
    `insert into visitors (id, workspace_id, agent_id, created_at) values ('their-visitor', 'other', 'theirs', now() - interval '200 days')`,
  );
  await pool.query(
    `insert into conversations (id, workspace_id, agent_id, visitor_id, last_at) values ('theirs', 'other', 'theirs', 'their-visitor', now() - interval '101 days')`,
  );
  await pool.query(`update conversations set last_at = now() - interval '101 days' where id = $1`, [
    old.session.conversationId,
  ]);
  await pool.query(`update calls set ended_at = now() - interval '21 days' where conversation_id = $1`, [
    young.session.conversationId,
  ]);
  await pool.query(
    `update webhook_deliveries set happened_at = now() - interval '6 days' where conversation_id = $1`,
    [young.session.conversationId],
  );

  const gone: string[] = [];
  await purgeOldData(pool, (id) => gone.push(id));
  expect(gone).toEqual([old.session.conversationId]);
  expect(await findEverywhere('old@example.com')).toEqual(['public.calls: 1']);
  const calls = await pool.query(
    'select state, request, response, inputs from calls where conversation_id = $1',
    [young.session.conversationId],
  );
  expect(calls.rows.length).toBeGreaterThan(0);
  for (const call of calls.rows) expect(call).toMatchObject({ request: null, response: null, inputs: {} });
  const bodies = await pool.query(
    'select from webhook_deliveries where conversation_id = $1 and data is not null',
    [young.session.conversationId],
  );
  expect(bodies.rowCount).toBe(0);
  expect((await pool.query(`select from conversations where id = 'theirs'`)).rowCount).toBe(1);
  const { rows } = await pool.query('select * from purges');
  expect(rows).toMatchObject([{ workspace_id: mine, conversations: 1, call_payloads: calls.rows.length }]);
  await purgeOldData(pool, (id) => gone.push(id));
  expect((await pool.query('select from purges')).rowCount).toBe(1);
});

it('backs up when it is asked to, and tells how it went', async () => {
  const begun = await house.api<{ id: string; state: string }>('POST', '/api/v1/backups');
  expect(begun).toMatchObject({ status: 201, body: { state: 'running' } });
  const done = await waitFor(async () => {
    const { body } = await house.api<{ items: { id: string; state: string; bytes: number }[] }>(
      'GET',
      '/api/v1/backups',
    );
    return body.items.find(({ id, state }) => id === begun.body.id && state !== 'running');
  }, 20_000);
  expect(done).toMatchObject({ state: 'done' });
  expect(done.bytes).toBeGreaterThan(1_000);
});
